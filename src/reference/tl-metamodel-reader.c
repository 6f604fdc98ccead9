/* tl-metamodel-reader.c: a metamodel from its file
 *
 * The data come with the program, so messages here are for its developers and
 * are not translated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-edition-private.h"
#include "reference/tl-metamodel-private.h"

typedef struct
{
  TlMetamodel   *metamodel;
  GPtrArray     *path;   /* const char *: the open elements, innermost last */
  TlElementKind *kind;   /* whose element is open */
  GString       *text;
  guint          n_on_line[TL_LINE_OFFER + 1];
  guint          n_parts[TL_N_LANES];
} Reader;

typedef struct
{
  const char *element;
  const char *parent; /* "" for the root */
  gboolean  (*read) (Reader      *reader,
                     const char **names,
                     const char **values,
                     GError     **error);
} Rule;

static gboolean G_GNUC_PRINTF (2, 3)
fail (GError     **error,
      const char  *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, message);
  return FALSE;
}

static const char *
intern (Reader     *reader,
        const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (reader->metamodel->texts, text) : NULL;
}

/* The position of @value among @words is the value of an enum; none is the first. */
static gboolean
parse_word (const char *const  *words,
            const char         *value,
            guint              *word,
            GError            **error)
{
  *word = 0;
  if (value == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], value))
      {
        *word = i;
        return TRUE;
      }
  return fail (error, "'%s' is not possible here", value);
}

static gboolean
find_kind (Reader               *reader,
           const char           *id,
           const TlElementKind **kind,
           GError              **error)
{
  *kind = g_hash_table_lookup (reader->metamodel->kinds_by_id, id);
  return *kind != NULL || fail (error, "there is no kind '%s'", id);
}

/* The kinds that @ids name, separated by blanks; NULL for an error. */
static GPtrArray *
find_kinds (Reader      *reader,
            const char  *ids,
            GError     **error)
{
  g_auto (GStrv) words = g_strsplit (ids != NULL ? ids : "", " ", -1);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      const TlElementKind *kind;

      if (!find_kind (reader, words[i], &kind, error))
        return NULL;
      g_ptr_array_add (kinds, (gpointer) kind);
    }
  return g_steal_pointer (&kinds);
}

static gboolean
find_relation (Reader                *reader,
               const char            *id,
               const TlRelationKind **relation,
               GError               **error)
{
  *relation = g_hash_table_lookup (reader->metamodel->relation_kinds_by_id, id);
  return *relation != NULL || fail (error, "there is no relation kind '%s'", id);
}

/* Elements */

static gboolean
read_metamodel (Reader      *reader,
                const char **names,
                const char **values,
                GError     **error)
{
  const char *version = tl_edition_get_version (reader->metamodel->edition);
  const char *xmlns, *edition;

  if (!g_markup_collect_attributes ("metamodel", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "xmlns", &xmlns,
                                    G_MARKUP_COLLECT_STRING, "edition", &edition,
                                    G_MARKUP_COLLECT_INVALID))
    return FALSE;
  if (!g_str_equal (xmlns, TL_METAMODEL_NAMESPACE) || !g_str_equal (edition, version))
    return fail (error, "this is not the metamodel of edition %s", version);
  return TRUE;
}

static gboolean
read_container (Reader      *reader,
                const char **names,
                const char **values,
                GError     **error)
{
  return names[0] == NULL || fail (error, "'%s' is not possible here", names[0]);
}

static gboolean
read_kind (Reader      *reader,
           const char **names,
           const char **values,
           GError     **error)
{
  static const char *const lanes[] = { "conceptual", "logical", "realized", NULL };
  static const char *const lines[] = { "none", "backbone", "offer", NULL };
  const char *id, *lane, *line, *data_object, *icon, *name, *plural;
  guint lane_number, line_number;
  TlElementKind *kind;
  gboolean item;

  if (!g_markup_collect_attributes ("kind", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "id", &id,
                                    G_MARKUP_COLLECT_STRING, "lane", &lane,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "line", &line,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "data-object", &data_object,
                                    G_MARKUP_COLLECT_BOOLEAN | G_MARKUP_COLLECT_OPTIONAL, "item", &item,
                                    G_MARKUP_COLLECT_STRING, "icon", &icon,
                                    G_MARKUP_COLLECT_STRING, "name", &name,
                                    G_MARKUP_COLLECT_STRING, "plural", &plural,
                                    G_MARKUP_COLLECT_INVALID)
      || !parse_word (lanes, lane, &lane_number, error)
      || !parse_word (lines, line, &line_number, error))
    return FALSE;

  kind = &tl_metamodel_add_kind (reader->metamodel)->kind;
  kind->id = intern (reader, id);
  kind->lane = lane_number;
  kind->line = line_number;
  kind->order = line_number != TL_LINE_NONE ? ++reader->n_on_line[line_number] : ++reader->n_parts[lane_number];
  kind->is_item = item;
  kind->icon = intern (reader, icon);
  kind->name = intern (reader, name);
  kind->plural = intern (reader, plural);
  if (data_object != NULL)
    {
      kind->data_object = tl_edition_lookup_data_object (reader->metamodel->edition, data_object);
      if (kind->data_object == NULL)
        return fail (error, "there is no data object '%s'", data_object);
    }
  if (!g_hash_table_insert (reader->metamodel->kinds_by_id, (gpointer) kind->id, kind))
    return fail (error, "there are two kinds '%s'", id);

  reader->kind = kind;
  return TRUE;
}

static gboolean
read_relation_kind (Reader      *reader,
                    const char **names,
                    const char **values,
                    GError     **error)
{
  static const char *const directions[] = { "none", "from", "to", "both", NULL };
  TlRelationKind *kind = tl_metamodel_alloc (reader->metamodel, sizeof *kind);
  const char *id, *breaks, *name, *inverse;
  gboolean trace;
  guint direction;

  if (!g_markup_collect_attributes ("relation-kind", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "id", &id,
                                    G_MARKUP_COLLECT_BOOLEAN | G_MARKUP_COLLECT_OPTIONAL, "trace", &trace,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "breaks", &breaks,
                                    G_MARKUP_COLLECT_STRING, "name", &name,
                                    G_MARKUP_COLLECT_STRING, "inverse", &inverse,
                                    G_MARKUP_COLLECT_INVALID)
      || !parse_word (directions, breaks, &direction, error))
    return FALSE;

  kind->metamodel = reader->metamodel;
  kind->id = intern (reader, id);
  kind->is_trace = trace;
  kind->breaks_from = (direction & 1) != 0;
  kind->breaks_to = (direction & 2) != 0;
  kind->name = intern (reader, name);
  kind->inverse = intern (reader, inverse);
  g_ptr_array_add (reader->metamodel->relation_kinds, kind);
  if (!g_hash_table_insert (reader->metamodel->relation_kinds_by_id, (gpointer) kind->id, kind))
    return fail (error, "there are two relation kinds '%s'", id);
  return TRUE;
}

/* Takes the multiplicities from the standard's relation between the two, whichever
 * way round that is written. */
static gboolean
add_source (TlRelationRule  *rule,
            GError         **error)
{
  const TlDataObject *from = rule->from->data_object;
  const TlDataObject *to = rule->to->data_object;

  for (guint i = 0; from != NULL && to != NULL && from->relations[i] != NULL; i++)
    {
      const TlObjectRelation *source = from->relations[i];

      if (source->from == from && source->to == to)
        {
          rule->from_multiplicity = source->from_multiplicity;
          rule->to_multiplicity = source->to_multiplicity;
        }
      else if (source->from == to && source->to == from)
        {
          rule->from_multiplicity = source->to_multiplicity;
          rule->to_multiplicity = source->from_multiplicity;
        }
      else
        {
          continue;
        }
      rule->source = source;
      return TRUE;
    }
  return fail (error, "the standard has no relation of '%s' and '%s'", rule->from->id, rule->to->id);
}

static gboolean
add_rule (Reader                *reader,
          const TlRelationRule  *form,
          gboolean               standard,
          GError               **error)
{
  TlRelationRule *rule = tl_metamodel_alloc (reader->metamodel, sizeof *rule);

  *rule = *form;
  if (standard && !add_source (rule, error))
    return FALSE;
  if (!g_hash_table_add (reader->metamodel->rules, rule))
    return fail (error, "there are two rules that '%s' leads from '%s' to '%s'",
                 rule->relation->id, rule->from->id, rule->to->id);

  g_ptr_array_add (((TlKindRecord *) rule->from)->rules_out, rule);
  g_ptr_array_add (((TlKindRecord *) rule->to)->rules_in, rule);
  return TRUE;
}

static gboolean
read_rule (Reader      *reader,
           const char **names,
           const char **values,
           GError     **error)
{
  const char *relation, *from_ids, *to_ids, *from_multiplicity, *to_multiplicity;
  g_autoptr (GPtrArray) from = NULL;
  g_autoptr (GPtrArray) to = NULL;
  TlRelationRule form = { 0 };
  gboolean standard;

  if (!g_markup_collect_attributes ("rule", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "relation", &relation,
                                    G_MARKUP_COLLECT_STRING, "from", &from_ids,
                                    G_MARKUP_COLLECT_STRING, "to", &to_ids,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "from-multiplicity", &from_multiplicity,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "to-multiplicity", &to_multiplicity,
                                    G_MARKUP_COLLECT_BOOLEAN | G_MARKUP_COLLECT_OPTIONAL, "standard", &standard,
                                    G_MARKUP_COLLECT_INVALID)
      || !find_relation (reader, relation, &form.relation, error)
      || (from = find_kinds (reader, from_ids, error)) == NULL
      || (to = find_kinds (reader, to_ids, error)) == NULL)
    return FALSE;
  if (standard && (from_multiplicity != NULL || to_multiplicity != NULL))
    return fail (error, "the standard says the multiplicities");

  form.from_multiplicity = intern (reader, from_multiplicity);
  form.to_multiplicity = intern (reader, to_multiplicity);
  for (guint i = 0; i < from->len; i++)
    for (guint j = 0; j < to->len; j++)
      {
        form.from = from->pdata[i];
        form.to = to->pdata[j];
        if (!add_rule (reader, &form, standard, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
add_gap_rule (Reader               *reader,
              const TlGapRule      *form,
              const char           *id,
              const TlElementKind  *kind,
              GError              **error)
{
  TlGapRule *rule = tl_metamodel_alloc (reader->metamodel, sizeof *rule);
  g_autofree char *full = g_strconcat (kind->id, "-", id, NULL);

  for (guint i = 0; i < reader->metamodel->gap_rules->len; i++)
    {
      const TlGapRule *other = reader->metamodel->gap_rules->pdata[i];

      if (g_str_equal (other->id, full))
        return fail (error, "there are two gap rules '%s'", full);
    }

  *rule = *form;
  rule->id = intern (reader, full);
  rule->kind = kind;
  g_ptr_array_add (reader->metamodel->gap_rules, rule);
  g_ptr_array_add (((TlKindRecord *) kind)->gap_rules, rule);
  return TRUE;
}

static gboolean
read_gap_rule (Reader      *reader,
               const char **names,
               const char **values,
               GError     **error)
{
  static const char *const needs[] = { "forward", "backward", "relation", NULL };
  const char *id, *kind_ids, *need, *relation, *other_ids, *mark, *message;
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (GPtrArray) others = NULL;
  const TlElementKind **list;
  TlGapRule form = { 0 };
  guint need_number;

  if (!g_markup_collect_attributes ("gap-rule", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "id", &id,
                                    G_MARKUP_COLLECT_STRING, "kinds", &kind_ids,
                                    G_MARKUP_COLLECT_STRING, "need", &need,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "relation", &relation,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "others", &other_ids,
                                    G_MARKUP_COLLECT_STRING, "mark", &mark,
                                    G_MARKUP_COLLECT_STRING, "message", &message,
                                    G_MARKUP_COLLECT_INVALID)
      || !parse_word (needs, need, &need_number, error)
      || (relation != NULL && !find_relation (reader, relation, &form.relation, error))
      || (kinds = find_kinds (reader, kind_ids, error)) == NULL
      || (others = find_kinds (reader, other_ids, error)) == NULL)
    return FALSE;
  if (need_number != TL_NEED_RELATION && (relation != NULL || other_ids != NULL))
    return fail (error, "a need for a trace has no relation and no others");

  list = tl_metamodel_alloc (reader->metamodel, (others->len + 1) * sizeof *list);
  for (guint i = 0; i < others->len; i++)
    list[i] = others->pdata[i];
  form.need = need_number;
  form.others = list;
  form.mark = intern (reader, mark);
  form.message = intern (reader, message);
  for (guint i = 0; i < kinds->len; i++)
    if (!add_gap_rule (reader, &form, id, kinds->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_stage (Reader      *reader,
            const char **names,
            const char **values,
            GError     **error)
{
  TlMetamodel *metamodel = reader->metamodel;
  const char *id, *expects;
  const TlConcept *stage;
  g_autoptr (GPtrArray) kinds = NULL;

  if (!g_markup_collect_attributes ("stage", names, values, error,
                                    G_MARKUP_COLLECT_STRING, "ref", &id,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "expects", &expects,
                                    G_MARKUP_COLLECT_INVALID)
      || (kinds = find_kinds (reader, expects, error)) == NULL)
    return FALSE;

  stage = tl_edition_lookup (metamodel->edition, TL_CONCEPT_STAGE, id);
  if (stage == NULL)
    return fail (error, "there is no stage '%s'", id);
  if (g_ptr_array_find (metamodel->lifecycle, stage, NULL))
    return fail (error, "the stage '%s' is there twice", id);
  g_ptr_array_add (metamodel->lifecycle, (gpointer) stage);

  for (guint i = 0; i < kinds->len; i++)
    {
      TlExpectation *expectation = tl_metamodel_alloc (metamodel, sizeof *expectation);

      expectation->stage = (const TlStage *) stage;
      expectation->kind = kinds->pdata[i];
      g_ptr_array_add (metamodel->expectations, expectation);
    }
  return TRUE;
}

static const Rule rules[] = {
  { "metamodel", "", read_metamodel },
  { "kinds", "metamodel", read_container },
  { "kind", "kinds", read_kind },
  { "relation-kinds", "metamodel", read_container },
  { "relation-kind", "relation-kinds", read_relation_kind },
  { "rules", "metamodel", read_container },
  { "rule", "rules", read_rule },
  { "gap-rules", "metamodel", read_container },
  { "gap-rule", "gap-rules", read_gap_rule },
  { "lifecycle", "metamodel", read_container },
  { "stage", "lifecycle", read_stage },
};

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Reader *reader = data;
  const char *parent = reader->path->len > 0 ? reader->path->pdata[reader->path->len - 1] : "";

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].element, element) && g_str_equal (rules[i].parent, parent))
      {
        g_string_truncate (reader->text, 0);
        g_ptr_array_add (reader->path, (gpointer) rules[i].element);
        rules[i].read (reader, names, values, error);
        return;
      }
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "<%s> is not possible here", element);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Reader *reader = data;

  g_ptr_array_set_size (reader->path, reader->path->len - 1);
  if (reader->kind == NULL)
    return;

  if (reader->text->len == 0)
    fail (error, "the kind '%s' has no text", reader->kind->id);
  reader->kind->text = intern (reader, reader->text->str);
  reader->kind = NULL;
}

static void
read_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              data,
           GError              **error)
{
  Reader *reader = data;

  if (reader->kind != NULL)
    g_string_append_len (reader->text, text, length);
  else
    tl_reference_refuse_text (text, length, error);
}

TlMetamodel *
tl_metamodel_new_from_bytes (GBytes           *bytes,
                             const TlEdition  *edition,
                             GError          **error)
{
  static const GMarkupParser parser = { start_element, end_element, read_text, NULL, NULL };
  g_autoptr (TlMetamodel) metamodel = tl_metamodel_new_empty (edition);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .metamodel = metamodel, .path = path, .text = text };

  g_return_val_if_fail (bytes != NULL && edition != NULL, NULL);

  if (!tl_reference_parse (bytes, &parser, &reader, error))
    return NULL;

  tl_metamodel_close (metamodel);
  return g_steal_pointer (&metamodel);
}
