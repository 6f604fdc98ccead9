/* tl-reader.c: reads a project from its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-reader.h"

#include "store/tl-intake.h"
#include "store/tl-salvage.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

typedef struct
{
  const char      *display_name;
  TlReadFlags      flags;
  TlFeed          *feed;
  TlIntake        *intake;
  xmlParserCtxtPtr context;
  GPtrArray       *problems;
  GString         *markup;
  gboolean         is_broken; /* the XML can not be read on */
} Reader;

/* Problems */

/* Returns whether to go on. */
static gboolean
add_problem (TlProblem *problem,
             gpointer   user_data)
{
  Reader *self = user_data;

  if (self->problems->len < TL_MAX_PROBLEMS)
    g_ptr_array_add (self->problems, problem);
  else
    {
      if (self->problems->len == TL_MAX_PROBLEMS)
        g_ptr_array_add (self->problems,
                         tl_problem_new (problem->code, problem->line, 0, NULL,
                                         g_strdup (_("There are more problems, which are not told."))));
      tl_problem_free (problem);
    }
  return (self->flags & TL_READ_SALVAGE) != 0;
}

static void
add_feed_problem (TlProblem *problem,
                  gpointer   user_data)
{
  add_problem (problem, user_data);
}

static void
stop_if_stopped (Reader *self)
{
  if (G_UNLIKELY (tl_intake_has_stopped (self->intake)))
    {
      self->is_broken = TRUE;
      xmlStopParser (self->context);
    }
}

static guint
get_line (Reader *self)
{
  return self->context->input != NULL ? MAX (self->context->input->line, 0) : 0;
}

static char *
explain (Reader         *self,
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
  Reader *self = user_data;
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
  self->is_broken = report->level == XML_ERR_FATAL;
  if (!add_problem (tl_problem_new (code, MAX (report->line, 0), MAX (report->int2, 0),
                                    tl_intake_get_record_id (self->intake), message),
                    self))
    {
      self->is_broken = TRUE;
      xmlStopParser (self->context);
    }
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
  Reader *self = user_data;

  if (self->is_broken)
    return;
  tl_intake_start_element (self->intake, get_line (self), name, prefix, uri, n_namespaces,
                           namespaces, n_attributes, attributes);
  stop_if_stopped (self);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Reader *self = user_data;

  if (self->is_broken)
    return;
  tl_intake_end_element (self->intake, get_line (self), name, prefix);
  stop_if_stopped (self);
}

static void
characters_cb (void          *user_data,
               const xmlChar *text,
               int            length)
{
  Reader *self = user_data;

  if (self->is_broken)
    return;
  tl_intake_characters (self->intake, get_line (self), (const char *) text, length);
  stop_if_stopped (self);
}

static void
comment_cb (void          *user_data,
            const xmlChar *text)
{
  Reader *self = user_data;

  if (self->is_broken)
    return;
  g_string_printf (self->markup, "<!--%s-->", (const char *) text);
  tl_intake_markup (self->intake, get_line (self), self->markup->str);
  stop_if_stopped (self);
}

static void
instruction_cb (void          *user_data,
                const xmlChar *target,
                const xmlChar *data)
{
  Reader *self = user_data;

  if (self->is_broken || strchr ((const char *) target, ':') != NULL)
    return;
  g_string_printf (self->markup, data != NULL && *data != '\0' ? "<?%s %s?>" : "<?%s?>",
                   (const char *) target, (const char *) data);
  tl_intake_markup (self->intake, get_line (self), self->markup->str);
  stop_if_stopped (self);
}

static void
doctype_cb (void          *user_data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  Reader *self = user_data;

  if (self->is_broken)
    return;
  add_problem (tl_problem_new (TL_STORE_ERROR_SYNTAX, get_line (self), 0, NULL,
                               g_strdup (_("There is a document type declaration (DOCTYPE). "
                                           "Projects have none, and Throughline reads none: they "
                                           "can make a program read other files or run out of "
                                           "memory."))),
               self);
  self->is_broken = TRUE;
  xmlStopParser (self->context);
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

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->context, xmlFreeParserCtxt);
  g_clear_pointer (&self->intake, tl_intake_free);
  g_clear_pointer (&self->feed, tl_feed_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  if (self->markup != NULL)
    g_string_free (self->markup, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
reader_init (Reader       *self,
             GInputStream *stream,
             const char   *display_name,
             TlReadFlags   flags,
             gboolean      is_fragment,
             GCancellable *cancellable)
{
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }

  memset (self, 0, sizeof *self);
  self->display_name = display_name;
  self->flags = flags;
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_problem_free);
  self->markup = g_string_new (NULL);
  self->feed = tl_feed_new (stream, cancellable);
  self->feed->repair = (flags & TL_READ_SALVAGE) != 0;
  self->feed->report = add_feed_problem;
  self->feed->report_data = self;
  self->context = xmlCreateIOParserCtxt ((xmlSAXHandler *) &handler, self, tl_feed_read, NULL,
                                         self->feed, XML_CHAR_ENCODING_NONE);
  if (self->context == NULL)
    return;

  /* NOENT only makes `&amp;` in an attribute come as `&`. There are no other
   * entities to put in: a DOCTYPE ends it, and the handler has no function that
   * could take a declaration. */
  xmlCtxtUseOptions (self->context, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOENT);
  self->intake = tl_intake_new (self->context->dict, is_fragment, add_problem, self);
}

/* FALSE if nothing can be kept of what was read. */
static gboolean
parse (Reader  *self,
       GError **error)
{
  if (self->context != NULL)
    xmlParseDocument (self->context);

  if (self->feed->error != NULL)
    {
      if (!g_error_matches (self->feed->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_prefix_error (&self->feed->error, "%s: ", self->display_name);
      g_propagate_error (error, g_steal_pointer (&self->feed->error));
      return FALSE;
    }
  if (self->feed->problem != NULL)
    add_problem (g_steal_pointer (&self->feed->problem), self);

  if (self->intake != NULL && ((self->flags & TL_READ_SALVAGE) || self->problems->len == 0))
    tl_intake_end (self->intake, get_line (self));

  return TRUE;
}

/* Returns NULL. */
static gpointer
fail_with_first (Reader  *self,
                 GError **error)
{
  TlProblem *first;

  if (self->problems->len == 0)
    add_problem (tl_problem_new (TL_STORE_ERROR_NOT_A_PROJECT, 0, 0, NULL,
                                 g_strdup (_("There is no project in this file."))),
                 self);
  first = g_ptr_array_index (self->problems, 0);
  g_propagate_error (error, tl_problem_to_error (first, self->display_name));
  return NULL;
}

/* Looks at all references, which may point forward, now that everything they
 * can point to is there. Returns the project, which salvage may replace. */
static TlProject *
check_references (Reader *self)
{
  g_autoptr (TlProject) project = g_object_ref (tl_intake_get_project (self->intake));
  GArray *referrers = tl_intake_get_referrers (self->intake);
  g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < referrers->len; i++)
    {
      TlReferrer *referrer = &g_array_index (referrers, TlReferrer, i);
      g_autoptr (GError) error = NULL;

      if (G_LIKELY (tl_project_check_references (project, referrer->record, &error)))
        continue;
      if (!add_problem (tl_problem_new (TL_STORE_ERROR_UNKNOWN_REFERENCE, referrer->line, 0,
                                        tl_record_get_id (referrer->record),
                                        g_strdup (error->message)),
                        self))
        return NULL;
      if (!tl_salvage_unset_references (project, referrer->record))
        g_hash_table_add (left_out, referrer->record);
    }

  if (g_hash_table_size (left_out) > 0)
    return tl_salvage_copy (project, left_out);
  return g_steal_pointer (&project);
}

TlProject *
tl_reader_read (GInputStream   *stream,
                const char     *display_name,
                goffset         size,
                TlReadFlags     flags,
                TlProgressFunc  progress,
                gpointer        user_data,
                GPtrArray     **problems,
                char          **digest,
                GCancellable   *cancellable,
                GError        **error)
{
  g_auto (Reader) self;
  g_autoptr (TlProject) project = NULL;
  gboolean is_salvage = (flags & TL_READ_SALVAGE) != 0;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (display_name != NULL, NULL);

  reader_init (&self, stream, display_name, flags, FALSE, cancellable);
  self.feed->progress = progress;
  self.feed->progress_data = user_data;
  self.feed->expected = size;
  if (self.intake != NULL)
    tl_intake_expect (self.intake, CLAMP (size, 0, TL_FEED_MAX_FILE));

  if (digest != NULL)
    *digest = NULL;
  if (problems != NULL)
    *problems = g_ptr_array_ref (self.problems);

  if (!parse (&self, error))
    return NULL;
  if (self.intake == NULL || (self.problems->len > 0 && !is_salvage)
      || tl_intake_has_stopped (self.intake) || tl_intake_get_project (self.intake) == NULL)
    return fail_with_first (&self, error);

  project = check_references (&self);
  if (project == NULL)
    return fail_with_first (&self, error);

  if (digest != NULL)
    *digest = tl_digest_finish (&self.feed->digest);
  tl_project_seal (project);
  return g_steal_pointer (&project);
}

TlProject *
tl_reader_read_file (GFile           *file,
                     TlReadFlags      flags,
                     TlProgressFunc   progress,
                     gpointer         user_data,
                     GPtrArray      **problems,
                     TlFileIdentity **identity,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autofree char *name = tl_file_get_display_name (file);
  g_autoptr (TlFileIdentity) known = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  TlProject *project;

  if (problems != NULL)
    *problems = NULL;

  /* Before the bytes are read: what is changed after that is noticed later. */
  known = tl_file_identity_query (file, cancellable, error);
  if (known != NULL && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL)
    /* Opening a pipe would wait for somebody to write into it. */
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("This is not a regular file."));
  else if (known != NULL)
    stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    {
      if (error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  project = tl_reader_read (G_INPUT_STREAM (stream), name, known->size, flags, progress, user_data,
                            problems, &known->digest, cancellable, error);
  if (project != NULL && identity != NULL)
    *identity = g_steal_pointer (&known);
  return project;
}

TlProject *
tl_reader_read_bytes (GBytes       *bytes,
                      const char   *display_name,
                      TlReadFlags   flags,
                      GPtrArray   **problems,
                      GError      **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return tl_reader_read (stream, display_name, g_bytes_get_size (bytes), flags, NULL, NULL,
                         problems, NULL, NULL, error);
}

GPtrArray *
tl_reader_read_fragment (const char  *xml,
                         gssize       length,
                         GError     **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_auto (Reader) self;

  stream = g_memory_input_stream_new_from_data (xml, length < 0 ? (gssize) strlen (xml) : length, NULL);
  reader_init (&self, stream, _("Copied content"), TL_READ_STRICT, TRUE, NULL);
  if (!parse (&self, error))
    return NULL;
  if (self.intake == NULL || self.problems->len > 0)
    return fail_with_first (&self, error);
  return tl_intake_steal_records (self.intake);
}
