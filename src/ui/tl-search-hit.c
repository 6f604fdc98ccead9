/* tl-search-hit.c: something that can be searched for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-search-hit.h"

#include "project/tl-blueprint.h"
#include "project/tl-tool.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TlSearchHit
{
  GObject          parent_instance;

  char            *title;
  char            *caption;
  char            *folded;         /* title */
  char            *folded_caption;
  char            *key;
  const TlEdition *edition;        /* of a concept or attribute, else NULL */
  guint            bonus;
};

G_DEFINE_FINAL_TYPE (TlSearchHit, tl_search_hit, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_CAPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
tl_search_hit_finalize (GObject *object)
{
  TlSearchHit *self = TL_SEARCH_HIT (object);

  g_free (self->title);
  g_free (self->caption);
  g_free (self->folded);
  g_free (self->folded_caption);
  g_free (self->key);

  G_OBJECT_CLASS (tl_search_hit_parent_class)->finalize (object);
}

static void
tl_search_hit_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlSearchHit *self = TL_SEARCH_HIT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_search_hit_class_init (TlSearchHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tl_search_hit_finalize;
  object_class->get_property = tl_search_hit_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_search_hit_init (TlSearchHit *self)
{
}

/* What there is {{{1 */

static void
add (GPtrArray       *hits,
     const char      *title,
     char            *caption, /* transfer full */
     char            *key,     /* transfer full */
     const TlEdition *edition,
     guint            bonus)
{
  TlSearchHit *hit = g_object_new (TL_TYPE_SEARCH_HIT, NULL);

  hit->title = g_strdup (title);
  hit->caption = caption;
  hit->folded = g_utf8_casefold (title, -1);
  hit->folded_caption = g_utf8_casefold (caption, -1);
  hit->key = key;
  hit->edition = edition;
  hit->bonus = bonus;
  g_ptr_array_add (hits, hit);
}

/* What and where it is; the edition only of what is not in the one shown. */
static char *
describe (const char      *kind,
          const TlConcept *place,
          const TlEdition *other)
{
  const char *parts[4] = { kind };
  guint n = 1;

  if (place != NULL)
    parts[n++] = place->name;
  if (other != NULL)
    parts[n++] = tl_edition_get_name (other);
  parts[n] = NULL;
  return g_strjoinv (C_("facts", " · "), (char **) parts);
}

static void
add_attributes (GPtrArray          *hits,
                const TlDataObject *object,
                gboolean            other)
{
  const TlEdition *edition = object->concept.edition;

  for (guint i = 0; object->attributes[i] != NULL; i++)
    {
      const TlAttribute *attribute = object->attributes[i];

      add (hits, attribute->name,
           describe (_("Attribute"), &object->concept, other ? edition : NULL),
           g_strdup_printf ("attribute:%s/%s", object->concept.id, attribute->name),
           edition, other ? 0 : 2);
    }
}

static void
add_concepts (GPtrArray               *hits,
              const TlConcept *const  *concepts,
              gboolean                 other)
{
  for (guint i = 0; concepts[i] != NULL; i++)
    {
      add (hits, concepts[i]->name,
           describe (tl_concept_kind_get_label (concepts[i]->kind),
                     tl_concept_get_place (concepts[i]), other ? concepts[i]->edition : NULL),
           g_strdup (concepts[i]->key), concepts[i]->edition, other ? 0 : 2);
      if (concepts[i]->kind == TL_CONCEPT_DATA_OBJECT)
        add_attributes (hits, (const TlDataObject *) concepts[i], other);
    }
}

static void
add_edition (GPtrArray       *hits,
             const TlEdition *edition,
             gboolean         other)
{
  add_concepts (hits, (const TlConcept *const *) tl_edition_get_streams (edition), other);
  add_concepts (hits, (const TlConcept *const *) tl_edition_get_components (edition), other);
  add_concepts (hits, (const TlConcept *const *) tl_edition_get_data_objects (edition), other);
  add_concepts (hits, (const TlConcept *const *) tl_edition_get_activities (edition), other);
  add_concepts (hits, (const TlConcept *const *) tl_edition_get_groups (edition), other);
  add_concepts (hits, (const TlConcept *const *) tl_edition_get_stages (edition), other);
}

static void
add_records (GPtrArray *hits,
             TlProject *project,
             guint      list)
{
  guint n = tl_record_get_n_items (TL_RECORD (project), list);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *record = tl_record_get_child (TL_RECORD (project), list, i);
      const char *kind = tl_record_type_get_label (tl_record_get_record_type (record));
      const char *vendor = TL_IS_TOOL (record) ? tl_record_get (record, TL_TOOL_VENDOR) : NULL;

      add (hits, tl_record_get_name (record),
           vendor != NULL ? g_strdup_printf ("%s · %s", kind, vendor) : g_strdup (kind),
           tl_session_dup_record_key (record), NULL, 2);
    }
}

/* Beyond this many, typing would not keep up; the services are found in any case. */
#define MAX_ELEMENTS 20000

static void
add_elements (GPtrArray *hits,
              TlProject *project)
{
  guint n_left = MAX_ELEMENTS;

  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES); i++)
    {
      TlRecord *service = tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, i);

      for (TlLane lane = TL_LANE_CONCEPTUAL; lane < TL_N_LANES; lane++)
        for (guint j = 0; j < tl_record_get_n_items (service, lane) && n_left > 0; j++, n_left--)
          {
            TlRecord *element = tl_record_get_child (service, lane, j);

            add (hits, tl_record_get_name (element),
                 g_strdup_printf ("%s · %s", tl_element_get_kind_name (TL_ELEMENT (element)), tl_record_get_name (service)),
                 tl_session_dup_record_key (element), NULL, 1);
          }
    }
}

GPtrArray *
tl_search_list (TlProject       *project,
                const TlEdition *edition)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);

  add_edition (hits, edition, FALSE);
  if (project != NULL)
    {
      add_records (hits, project, TL_PROJECT_TOOLS);
      add_records (hits, project, TL_PROJECT_SERVICES);
      add_elements (hits, project);
    }
  if (tl_edition_get_other (edition) != NULL)
    add_edition (hits, tl_edition_get_other (edition), TRUE);
  return hits;
}

const char *
tl_search_hit_get_title (TlSearchHit *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_HIT (self), NULL);

  return self->title;
}

const char *
tl_search_hit_get_caption (TlSearchHit *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_HIT (self), NULL);

  return self->caption;
}

const char *
tl_search_hit_get_key (TlSearchHit *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_HIT (self), NULL);

  return self->key;
}

const TlEdition *
tl_search_hit_get_edition (TlSearchHit *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_HIT (self), NULL);

  return self->edition;
}

/* 3 at the very beginning, 2 where a word begins, 1 within one. */
static guint
rank_in (const char *text,
         const char *word)
{
  guint best = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    {
      if (p == text)
        return 3;
      best = MAX (best, g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))) ? 1u : 2u);
    }
  return best;
}

guint
tl_search_hit_rank (TlSearchHit       *self,
                    const char *const *words)
{
  guint rank = 0;

  g_return_val_if_fail (TL_IS_SEARCH_HIT (self), 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint in_title = rank_in (self->folded, words[i]);

      if (in_title > 0)
        rank += in_title * 10 + (words[1] == NULL && g_str_equal (self->folded, words[i]) ? 10 : 0);
      else if (strstr (self->folded_caption, words[i]) != NULL)
        rank += 3;
      else
        return 0;
    }
  return rank > 0 ? rank + self->bonus : 0;
}

void
tl_search_hit_reveal (TlSearchHit *self,
                      TlSession   *session)
{
  const TlConcept *concept;

  g_return_if_fail (TL_IS_SEARCH_HIT (self));

  concept = self->edition != NULL ? tl_edition_lookup_key (self->edition, self->key) : NULL;
  if (concept != NULL)
    tl_session_reveal_concept (session, concept);
  else
    {
      /* An attribute is looked up in the edition shown. */
      if (self->edition != NULL && self->edition != tl_session_get_edition (session))
        {
          TlView view = { TL_VIEW_LEVEL1, self->edition, NULL };

          tl_session_go (session, &view);
        }
      tl_session_reveal (session, self->key);
    }
}
