/* tl-fact-row.c: a row that edits a fact, whatever its kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fact-row.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"

#include <glib/gi18n.h>

GtkWidget *
tl_fact_row_new (TlFact     *fact,
                 const char *title)
{
  const TlField *field = tl_fact_get_field (fact);

  if (title == NULL)
    title = tl_field_get_label (field);
  switch (field->kind)
    {
    case TL_FIELD_CHOICE:
      return tl_fact_choice_new (fact, title);
    case TL_FIELD_STAGE:
    case TL_FIELD_COMPONENT:
    case TL_FIELD_DATA_OBJECT:
    case TL_FIELD_ASSESSABLE:
    case TL_FIELD_REFERENCE:
    case TL_FIELD_ELEMENT_KIND:
      return tl_fact_reference_new (fact, title);
    case TL_FIELD_INTEGER:
      if (field->maximum - field->minimum <= 10)
        return tl_fact_choice_new (fact, title);
      return tl_fact_entry_new (fact, title);
    case TL_FIELD_LONG_TEXT:
      return tl_fact_text_new (fact, title);
    case TL_FIELD_ID:
    case TL_FIELD_TEXT:
    case TL_FIELD_NUMBER:
    case TL_FIELD_DATE:
    case TL_FIELD_EDITION:
    default:
      return tl_fact_entry_new (fact, title);
    }
}

/* What a choice row offers {{{1 */

typedef struct
{
  GStrvBuilder *tokens;
  GStrvBuilder *labels;
} Choices;

static void
add_choice (Choices    *self,
            const char *token,
            const char *label)
{
  g_strv_builder_add (self->tokens, token);
  g_strv_builder_add (self->labels, label);
}

static void
add_concepts (Choices                 *self,
              const TlConcept *const  *concepts)
{
  for (guint i = 0; concepts[i] != NULL; i++)
    {
      const TlConcept *place = tl_concept_get_place (concepts[i]);
      g_autofree char *label = NULL;

      /* Many a data object has the name of its component. */
      if (place != NULL && !g_str_equal (place->name, concepts[i]->name))
        label = g_strdup_printf ("%s (%s)", concepts[i]->name, place->name);
      add_choice (self, concepts[i]->id, label != NULL ? label : concepts[i]->name);
    }
}

/* Those in the lists of the project itself; they may be many, and what they hold
 * many more. */
static void
add_references (Choices       *self,
                TlProject     *project,
                const TlField *field)
{
  for (guint list = 0; list < tl_project_type.n_lists; list++)
    {
      if (tl_project_type.lists[list].type != field->target)
        continue;
      for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), list); i++)
        {
          TlRecord *record = tl_record_get_child (TL_RECORD (project), list, i);
          g_autofree char *title = tl_edit_create_title (record);

          add_choice (self, tl_record_get_id (record), title);
        }
    }
}

static void
add_edition_choices (Choices       *self,
                     TlProject     *project,
                     const TlField *field)
{
  const TlEdition *edition = tl_project_get_edition (project);

  if (edition == NULL)
    return;
  if (field->kind == TL_FIELD_STAGE)
    add_concepts (self, (const TlConcept *const *) tl_edition_get_stages (edition));
  else if (field->kind == TL_FIELD_DATA_OBJECT)
    add_concepts (self, (const TlConcept *const *) tl_edition_get_data_objects (edition));
  else
    add_concepts (self, (const TlConcept *const *) tl_edition_get_components (edition));
  if (field->kind == TL_FIELD_ASSESSABLE)
    add_concepts (self, (const TlConcept *const *) tl_edition_get_activities (edition));
}

/* The kinds of a lane with those of the project's own that are like them; of all
 * lanes where it is not of an element. */
static void
add_element_kinds (Choices   *self,
                   TlProject *project,
                   TlRecord  *record)
{
  const TlEdition *edition = tl_project_get_edition (project);
  gboolean any = !TL_IS_ELEMENT (record);
  TlLane lane = any ? TL_LANE_CONCEPTUAL : tl_element_get_lane (TL_ELEMENT (record));

  if (edition == NULL)
    return;
  for (const TlElementKind *const *k = tl_metamodel_get_kinds (tl_metamodel_get (edition)); *k != NULL; k++)
    if (any || (*k)->lane == lane)
      add_choice (self, (*k)->id, tl_element_kind_get_name (*k));
  for (guint i = 0; !any && i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_KINDS); i++)
    {
      TlRecord *own = tl_record_get_child (TL_RECORD (project), TL_PROJECT_KINDS, i);
      const TlElementKind *like = tl_project_get_element_kind (project, tl_record_get_id (own));

      if (like != NULL && like->lane == lane)
        add_choice (self, tl_record_get_id (own), tl_project_get_element_kind_name (project, tl_record_get_id (own)));
    }
}

const char *
tl_importance_get_label (int value)
{
  static const char *const labels[] = {
    NC_("importance", "Very Low"),
    NC_("importance", "Low"),
    NC_("importance", "Medium"),
    NC_("importance", "High"),
    NC_("importance", "Very High"),
  };

  if (value < 1 || value > (int) G_N_ELEMENTS (labels))
    return NULL;
  return g_dpgettext2 (NULL, "importance", labels[value - 1]);
}

static void
add_numbers (Choices       *self,
             const TlField *field)
{
  gboolean importance = g_str_equal (field->name, "importance") && field->minimum == 1 &&
                        field->maximum == 5;

  for (int value = (int) field->minimum; value <= (int) field->maximum; value++)
    {
      g_autofree char *token = g_strdup_printf ("%d", value);

      add_choice (self, token, importance ? tl_importance_get_label (value) : token);
    }
}

static void
add_listed (Choices       *self,
            const TlField *field)
{
  for (const TlChoice *choice = field->choices; choice->token != NULL; choice++)
    add_choice (self, choice->token, tl_field_get_choice_label (field, choice->token));
}

static void
append (char       ***strings,
        const char   *string)
{
  guint n = g_strv_length (*strings);

  *strings = g_renew (char *, *strings, n + 2);
  (*strings)[n] = g_strdup (string);
  (*strings)[n + 1] = NULL;
}

/* A value that is none of them comes from a newer version, or is not set where it
 * has to be: it is shown, and stays what it is until another one is chosen. */
static void
append_unknown (const char   *value,
                char       ***tokens,
                char       ***labels)
{
  if (g_strv_contains ((const char *const *) *tokens, value != NULL ? value : ""))
    return;

  append (tokens, value != NULL ? value : "");
  if (value != NULL)
    {
      /* Translators: %s is a value from a file that this version does not know */
      g_autofree char *label = g_strdup_printf (_("%s (unknown)"), value);

      append (labels, label);
    }
  else
    {
      append (labels, C_("choice", "Not known"));
    }
}

void
tl_fact_row_create_choices (TlFact   *fact,
                            char   ***tokens,
                            char   ***labels)
{
  const TlField *field = tl_fact_get_field (fact);
  g_autoptr (GStrvBuilder) token_builder = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) label_builder = g_strv_builder_new ();
  Choices self = { token_builder, label_builder };

  if (!field->required)
    add_choice (&self, "", C_("choice", "Not known"));
  if (field->kind == TL_FIELD_CHOICE)
    add_listed (&self, field);
  else if (field->kind == TL_FIELD_INTEGER)
    add_numbers (&self, field);
  else if (field->kind == TL_FIELD_REFERENCE)
    add_references (&self, tl_fact_get_project (fact), field);
  else if (field->kind == TL_FIELD_ELEMENT_KIND)
    add_element_kinds (&self, tl_fact_get_project (fact), tl_fact_get_record (fact));
  else if (field->kind == TL_FIELD_EDITION)
    for (const char *const *version = tl_edition_list_versions (); *version != NULL; version++)
      add_choice (&self, *version, tl_edition_get_name (tl_edition_get (*version)));
  else
    add_edition_choices (&self, tl_fact_get_project (fact), field);
  *tokens = g_strv_builder_end (token_builder);
  *labels = g_strv_builder_end (label_builder);
  append_unknown (tl_fact_get (fact), tokens, labels);
}
