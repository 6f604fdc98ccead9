/* tl-parser.c: reads the XML of a project onto a tape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-parser.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

struct _TlParser
{
  TlTape          *tape;      /* borrowed */
  TlFeed          *feed;
  xmlParserCtxtPtr context;
  GString         *markup;
  gboolean         salvage;
  gboolean         is_broken; /* the XML can not be read on */
};

guint
tl_parser_get_line (TlParser *self)
{
  return self->context->input != NULL ? MAX (self->context->input->line, 0) : 0;
}

static void
stop (TlParser *self)
{
  self->is_broken = TRUE;
  xmlStopParser (self->context);
}

static gboolean
may_go_on (TlParser *self)
{
  if (G_UNLIKELY (!self->is_broken && tl_tape_is_stopped (self->tape)))
    stop (self);
  return G_LIKELY (!self->is_broken);
}

/* Problems */

static char *
explain (TlParser       *self,
         const xmlError *report,
         TlStoreError   *code)
{
  const xmlParserInput *input = self->context->input;
  g_autofree char *text = NULL;

  *code = TL_STORE_ERROR_SYNTAX;
  switch (report->code)
    {
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      /* Translators: name of an XML entity */
      return g_strdup_printf (_("The entity “%s” is not defined. Projects can only use the five "
                                "entities of XML itself."),
                              report->str1 != NULL ? report->str1 : "?");
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_CDATA_NOT_FINISHED:
    case XML_ERR_COMMENT_NOT_FINISHED:
    case XML_ERR_PI_NOT_FINISHED:
    case XML_ERR_NAME_TOO_LONG:
    case XML_ERR_NO_MEMORY:
    case XML_ERR_INTERNAL_ERROR:
    case 120: /* XML_ERR_RESOURCE_LIMIT of later versions */
      *code = TL_STORE_ERROR_LIMIT;
      break;
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
      *code = TL_STORE_ERROR_ENCODING;
      break;
    default:
      break;
    }

  if (self->feed->ended && self->feed->start == self->feed->end
      && (input == NULL || input->cur >= input->end))
    {
      *code = TL_STORE_ERROR_SYNTAX;
      return g_strdup (_("The file ends before the project does. It is not whole: writing or "
                         "copying it was cut short."));
    }

  /* The parser's own bounds; that the file just ends was ruled out above. */
  if (*code == TL_STORE_ERROR_LIMIT)
    return g_strdup_printf (_("A name, attribute or comment is longer than %d MB. No project needs that; "
                              "the file is damaged or made to do harm."),
                            XML_MAX_TEXT_LENGTH / 1000000);

  text = g_strstrip (g_utf8_make_valid (report->message != NULL ? report->message : "?", -1));
  /* Translators: reason, in English, by the XML parser */
  return g_strdup_printf (_("This is not well-formed XML: %s"), text);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorReport;
#else
typedef xmlErrorPtr ErrorReport;
#endif

static void
meet_error (void       *user_data,
            ErrorReport report)
{
  TlParser *self = user_data;
  TlStoreError code;
  char *message;

  /* A namespace that is no URI is still a name. */
  if (report->level == XML_ERR_WARNING || report->code == XML_WAR_NS_URI || self->is_broken)
    return;

  /* What the feed stopped at is the reason, and is told by it. */
  if (tl_feed_failed (self->feed))
    {
      self->is_broken = TRUE;
      return;
    }

  message = explain (self, report, &code);
  tl_tape_problem (self->tape,
                   tl_problem_new (code, MAX (report->line, 0), MAX (report->int2, 0), NULL, message), TRUE);
  self->is_broken = report->level == XML_ERR_FATAL;
  if (!self->salvage)
    stop (self);
}

static void
meet_feed_problem (TlProblem *problem,
                   gpointer   user_data)
{
  TlParser *self = user_data;

  tl_tape_problem (self->tape, problem, FALSE);
}

/* SAX */

static void
start_element_cb (void           *user_data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  TlParser *self = user_data;

  if (may_go_on (self))
    tl_tape_start_element (self->tape, tl_parser_get_line (self), name, prefix, uri, n_namespaces,
                           namespaces, n_attributes, attributes);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  TlParser *self = user_data;

  if (may_go_on (self))
    tl_tape_end_element (self->tape, tl_parser_get_line (self), name, prefix);
}

static void
characters_cb (void          *user_data,
               const xmlChar *text,
               int            length)
{
  TlParser *self = user_data;

  if (may_go_on (self))
    tl_tape_characters (self->tape, tl_parser_get_line (self), (const char *) text, length);
}

static void
comment_cb (void          *user_data,
            const xmlChar *text)
{
  TlParser *self = user_data;

  if (!may_go_on (self))
    return;
  g_string_printf (self->markup, "<!--%s-->", (const char *) text);
  tl_tape_markup (self->tape, tl_parser_get_line (self), self->markup->str);
}

static void
instruction_cb (void          *user_data,
                const xmlChar *target,
                const xmlChar *data)
{
  TlParser *self = user_data;

  if (!may_go_on (self) || strchr ((const char *) target, ':') != NULL)
    return;
  g_string_printf (self->markup, data != NULL && *data != '\0' ? "<?%s %s?>" : "<?%s?>",
                   (const char *) target, (const char *) data);
  tl_tape_markup (self->tape, tl_parser_get_line (self), self->markup->str);
}

static void
doctype_cb (void          *user_data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  TlParser *self = user_data;

  if (!may_go_on (self))
    return;
  tl_tape_problem (self->tape,
                   tl_problem_new (TL_STORE_ERROR_SYNTAX, tl_parser_get_line (self), 0, NULL,
                                   g_strdup (_("There is a document type declaration (DOCTYPE). "
                                               "Projects have none, and Throughline reads none: they "
                                               "can make a program read other files or run out of "
                                               "memory."))),
                   FALSE);
  stop (self);
}

static const xmlSAXHandler handler = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = start_element_cb,
  .endElementNs = end_element_cb,
  .characters = characters_cb,
  .ignorableWhitespace = characters_cb,
  .comment = comment_cb,
  .processingInstruction = instruction_cb,
  .internalSubset = doctype_cb,
  .serror = meet_error,
};

/* Reading */

/* An xmlInputReadCallback. */
static int
read_cb (void *user_data,
         char *buffer,
         int   length)
{
  TlParser *self = user_data;
  int n = tl_feed_read (self->feed, buffer, length);

  tl_tape_set_n_read (self->tape, self->feed->n_read);
  return n;
}

TlParser *
tl_parser_new (GInputStream *stream,
               GCancellable *cancellable,
               gboolean      salvage,
               TlTape       *tape)
{
  static gsize is_ready = 0;
  TlParser *self = g_new0 (TlParser, 1);

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }

  self->tape = tape;
  self->salvage = salvage;
  self->markup = g_string_new (NULL);
  self->feed = tl_feed_new (stream, cancellable);
  self->feed->repair = salvage;
  self->feed->report = meet_feed_problem;
  self->feed->report_data = self;
  self->context = xmlCreateIOParserCtxt ((xmlSAXHandler *) &handler, self, read_cb, NULL, self,
                                         XML_CHAR_ENCODING_NONE);
  if (self->context == NULL)
    g_error ("No memory for an XML parser");

  /* NOENT only makes `&amp;` in an attribute come as `&`. There are no other
   * entities to put in: a DOCTYPE ends it, and the handler has no function that
   * could take a declaration. */
  xmlCtxtUseOptions (self->context, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOENT);
  return self;
}

void
tl_parser_free (TlParser *self)
{
  if (self == NULL)
    return;

  xmlFreeParserCtxt (self->context);
  tl_feed_free (self->feed);
  g_string_free (self->markup, TRUE);
  g_free (self);
}

xmlDictPtr
tl_parser_get_dict (TlParser *self)
{
  return self->context->dict;
}

void
tl_parser_run (TlParser *self)
{
  xmlParseDocument (self->context);
  if (self->feed->problem != NULL)
    tl_tape_problem (self->tape, g_steal_pointer (&self->feed->problem), FALSE);
  tl_tape_end (self->tape);
}

GError *
tl_parser_steal_error (TlParser *self)
{
  return g_steal_pointer (&self->feed->error);
}

char *
tl_parser_dup_digest (TlParser *self)
{
  return tl_digest_finish (&self->feed->digest);
}
