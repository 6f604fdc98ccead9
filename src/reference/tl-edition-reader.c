/* tl-edition-reader.c: an edition from its file
 *
 * The data come with the program, so messages here are for its developers and
 * are not translated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-edition-rules.h"

/* Finds @value in a list of words; the position is the value of an enum. */
static gboolean
set_word (const char *const *words,
          const char        *value,
          guint             *word)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], value))
        {
          *word = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
set_component_role (const char      *value,
                    TlComponentRole *role)
{
  static const char *const words[] = {
    [TL_COMPONENT_PRIMARY] = "primary",
    [TL_COMPONENT_SECONDARY] = "secondary",
    [TL_COMPONENT_AUXILIARY] = "auxiliary",
    [TL_COMPONENT_SUPPORTING] = "supporting",
    NULL,
  };
  guint word;

  if (!set_word (words, value, &word))
    return FALSE;

  *role = word;

  return TRUE;
}

static gboolean
set_data_object_role (const char       *value,
                      TlDataObjectRole *role)
{
  static const char *const words[] = {
    [TL_DATA_OBJECT_KEY] = "key",
    [TL_DATA_OBJECT_BACKBONE] = "backbone",
    [TL_DATA_OBJECT_OFFER_BACKBONE] = "offer-backbone",
    [TL_DATA_OBJECT_AUXILIARY] = "auxiliary",
    NULL,
  };
  guint word;

  if (!set_word (words, value, &word))
    return FALSE;

  *role = word;

  return TRUE;
}

static gboolean
set_order (const char *value,
           guint      *order)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXUINT16, &number, NULL))
    return FALSE;

  *order = number;

  return TRUE;
}

static gboolean
set_flag (const char *value,
          gboolean   *flag)
{
  *flag = g_str_equal (value, "true");

  return *flag || g_str_equal (value, "false");
}

/* Two attributes may stand for one pointer, so only the first may set it. */
static gboolean
set_pointer (gconstpointer  value,
             gconstpointer *pointer)
{
  if (value == NULL || *pointer != NULL)
    return FALSE;

  *pointer = value;

  return TRUE;
}

static gboolean
set_field (TlEditionReader      *reader,
           const TlEditionField *field,
           const char           *value,
           gpointer              record)
{
  gpointer target = G_STRUCT_MEMBER_P (record, field->offset);

  switch (field->type)
    {
    case TL_FIELD_ID:
      return set_pointer (tl_edition_intern (reader->edition, value), (gconstpointer *) &reader->id);
    case TL_FIELD_NAME:
      return set_pointer (tl_edition_intern (reader->edition, value), (gconstpointer *) &reader->name);
    case TL_FIELD_TEXT:
      return set_pointer (tl_edition_intern (reader->edition, value), target);
    case TL_FIELD_WORDS:
      return set_pointer (tl_edition_intern_words (reader->edition, value), target);
    case TL_FIELD_SOURCE:
      return set_pointer (g_hash_table_lookup (reader->sources, value), target);
    case TL_FIELD_REFERENCE:
      return set_pointer (g_hash_table_lookup (reader->edition->by_id[field->kind], value), target);
    case TL_FIELD_ORDER:
      return set_order (value, target);
    case TL_FIELD_FLAG:
      return set_flag (value, target);
    case TL_FIELD_COMPONENT_ROLE:
      return set_component_role (value, target);
    case TL_FIELD_DATA_OBJECT_ROLE:
      return set_data_object_role (value, target);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_attributes (TlEditionReader      *reader,
                 const TlEditionRule  *rule,
                 const char          **names,
                 const char          **values,
                 gpointer              record,
                 GError              **error)
{
  guint seen = 0;

  reader->id = NULL;
  reader->name = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const TlEditionField *field = rule->fields;
      guint bit;

      while (field != NULL && field->name != NULL && !g_str_equal (field->name, names[i]))
        field++;

      if (field == NULL || field->name == NULL)
        {
          g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ATTRIBUTE,
                       "<%s> has no attribute '%s'", rule->element, names[i]);
          return FALSE;
        }

      bit = 1u << (field - rule->fields);
      if ((seen & bit) != 0 || !set_field (reader, field, values[i], record))
        {
          g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                       "<%s %s=\"%s\"> is not possible here", rule->element, names[i], values[i]);
          return FALSE;
        }

      seen |= bit;
    }

  for (guint i = 0; rule->fields != NULL && rule->fields[i].name != NULL; i++)
    {
      if (!rule->fields[i].optional && (seen & (1u << i)) == 0)
        {
          g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_MISSING_ATTRIBUTE,
                       "<%s> needs the attribute '%s'", rule->element, rule->fields[i].name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_record (TlEditionReader      *reader,
             const TlEditionRule  *rule,
             const char          **names,
             const char          **values,
             gpointer              record,
             GError              **error)
{
  if (!read_attributes (reader, rule, names, values, record, error))
    return FALSE;

  if (rule->kind != TL_RULE_NO_CONCEPT &&
      !tl_edition_add_concept (reader->edition, record, rule->kind, reader->id, reader->name, error))
    return FALSE;

  if (rule->accept != NULL && !rule->accept (reader, record, error))
    return FALSE;

  if (rule->list_offset != TL_RULE_NOWHERE)
    g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, reader->edition, rule->list_offset), record);

  return TRUE;
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  TlEditionReader *reader = data;
  TlEditionFrame frame = { NULL, NULL };
  const TlEditionFrame *parent = NULL;

  if (reader->frames->len > 0)
    parent = &g_array_index (reader->frames, TlEditionFrame, reader->frames->len - 1);

  frame.rule = tl_edition_rules_find (element, parent != NULL ? parent->rule->element : "");
  if (frame.rule == NULL)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                   "<%s> is not possible here", element);
      return;
    }

  if (frame.rule->size > 0)
    {
      frame.record = tl_edition_alloc (reader->edition, frame.rule->size);
      if (frame.rule->parent_offset != TL_RULE_NOWHERE)
        G_STRUCT_MEMBER (gpointer, frame.record, frame.rule->parent_offset) = parent->record;
      if (!read_record (reader, frame.rule, names, values, frame.record, error))
        return;
    }
  else
    {
      if (!read_attributes (reader, frame.rule, names, values, NULL, error))
        return;
      /* A text belongs to the record around it. */
      if (frame.rule->text_offset != TL_RULE_NOWHERE)
        {
          frame.record = parent->record;
          if (G_STRUCT_MEMBER (const char *, frame.record, frame.rule->text_offset) != NULL)
            {
              g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                           "there are two of <%s>", element);
              return;
            }
        }
    }

  g_string_truncate (reader->text, 0);
  g_array_append_val (reader->frames, frame);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  TlEditionReader *reader = data;
  const TlEditionFrame *frame = &g_array_index (reader->frames, TlEditionFrame, reader->frames->len - 1);

  if (frame->rule->text_offset != TL_RULE_NOWHERE)
    {
      const char **target = G_STRUCT_MEMBER_P (frame->record, frame->rule->text_offset);

      *target = tl_edition_intern_words (reader->edition, reader->text->str);
    }

  if (frame->rule->kind == TL_CONCEPT_MODEL)
    tl_edition_rules_close_model (reader, frame->record);

  g_array_set_size (reader->frames, reader->frames->len - 1);
}

void
tl_reference_refuse_text (const char  *text,
                          gsize        length,
                          GError     **error)
{
  gsize i;

  for (i = 0; i < length && g_ascii_isspace (text[i]); i++)
    ;
  if (i < length)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "there is text where none belongs");
}

static void
read_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              data,
           GError              **error)
{
  TlEditionReader *reader = data;
  const TlEditionFrame *frame = NULL;

  if (reader->frames->len > 0)
    frame = &g_array_index (reader->frames, TlEditionFrame, reader->frames->len - 1);

  if (frame != NULL && frame->rule->text_offset != TL_RULE_NOWHERE)
    {
      g_string_append_len (reader->text, text, length);
      return;
    }

  tl_reference_refuse_text (text, length, error);
}

gboolean
tl_reference_parse (GBytes               *bytes,
                    const GMarkupParser  *parser,
                    gpointer              data,
                    GError              **error)
{
  g_autoptr (GMarkupParseContext) context = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  context = g_markup_parse_context_new (parser, G_MARKUP_PREFIX_ERROR_POSITION, data, NULL);

  return g_markup_parse_context_parse (context, text != NULL ? text : "", size, error) &&
         g_markup_parse_context_end_parse (context, error);
}

TlEdition *
tl_edition_new_from_bytes (GBytes  *bytes,
                           GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, read_text, NULL, NULL };
  g_autoptr (TlEdition) edition = tl_edition_new_empty ();
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (TlEditionFrame));
  g_autoptr (GPtrArray) subgroups = g_ptr_array_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();
  g_autoptr (GPtrArray) transitions = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  TlEditionReader reader = {
    .edition = edition,
    .sources = sources,
    .frames = frames,
    .subgroups = subgroups,
    .places = places,
    .objects = objects,
    .transitions = transitions,
    .text = text,
  };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!tl_reference_parse (bytes, &parser, &reader, error))
    return NULL;

  g_ptr_array_extend (edition->concepts[TL_CONCEPT_GROUP], subgroups, NULL, NULL);
  tl_edition_link (edition);

  return g_steal_pointer (&edition);
}
