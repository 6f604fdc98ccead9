/* tl-outline-item.c: a concept as a row of the outline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-outline-item.h"

#include <string.h>

struct _TlOutlineItem
{
  GObject          parent_instance;

  const TlConcept *concept;
  gboolean         with_place;
};

G_DEFINE_FINAL_TYPE (TlOutlineItem, tl_outline_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_CAPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
dup_caption (TlOutlineItem *self)
{
  const TlConcept *place = tl_concept_get_place (self->concept);

  if (!self->with_place)
    return NULL;
  if (place == NULL)
    return g_strdup (tl_concept_kind_get_label (self->concept->kind));
  return g_strdup_printf ("%s · %s", tl_concept_kind_get_label (self->concept->kind), place->name);
}

static void
tl_outline_item_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlOutlineItem *self = TL_OUTLINE_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->concept->name);
      break;
    case PROP_CAPTION:
      g_value_take_string (value, dup_caption (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_outline_item_class_init (TlOutlineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_outline_item_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_outline_item_init (TlOutlineItem *self)
{
}

const TlConcept *
tl_outline_item_get_concept (TlOutlineItem *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (self), NULL);

  return self->concept;
}

static void
append (GListStore      *store,
        const TlConcept *concept,
        gboolean         with_place)
{
  g_autoptr (TlOutlineItem) item = g_object_new (TL_TYPE_OUTLINE_ITEM, NULL);

  item->concept = concept;
  item->with_place = with_place;
  g_list_store_append (store, item);
}

static void
append_all (GListStore             *store,
            const TlConcept *const *concepts)
{
  for (guint i = 0; concepts[i] != NULL; i++)
    append (store, concepts[i], FALSE);
}

/* Components hang below streams in 2.1, below groups in 3.0; what has no
 * components there comes after what has. */
GListModel *
tl_outline_create_root (const TlEdition *edition)
{
  GListStore *store = g_list_store_new (TL_TYPE_OUTLINE_ITEM);
  const TlGroup *const *groups = tl_edition_get_groups (edition);

  for (guint i = 0; groups[i] != NULL; i++)
    if (groups[i]->parent == NULL)
      append (store, &groups[i]->concept, FALSE);
  if (groups[0] == NULL)
    append_all (store, (const TlConcept *const *) tl_edition_get_streams (edition));
  append_all (store, (const TlConcept *const *) tl_edition_get_activities (edition));
  if (groups[0] != NULL)
    append_all (store, (const TlConcept *const *) tl_edition_get_streams (edition));
  return G_LIST_MODEL (store);
}

static void
append_children (GListStore      *store,
                 const TlConcept *concept)
{
  switch (concept->kind)
    {
    case TL_CONCEPT_STREAM:
      append_all (store, (const TlConcept *const *) ((const TlStream *) concept)->components);
      if (((const TlStream *) concept)->components[0] == NULL)
        append_all (store, (const TlConcept *const *) ((const TlStream *) concept)->stages);
      break;
    case TL_CONCEPT_GROUP:
      append_all (store, (const TlConcept *const *) ((const TlGroup *) concept)->subgroups);
      append_all (store, (const TlConcept *const *) ((const TlGroup *) concept)->components);
      break;
    case TL_CONCEPT_ACTIVITY:
      append_all (store, (const TlConcept *const *) ((const TlActivity *) concept)->components);
      break;
    case TL_CONCEPT_COMPONENT:
      append_all (store, (const TlConcept *const *) ((const TlComponent *) concept)->data_objects);
      break;
    case TL_CONCEPT_STAGE:
    case TL_CONCEPT_DATA_OBJECT:
    case TL_CONCEPT_MODEL:
    default:
      break;
    }
}

GListModel *
tl_outline_create_children (TlOutlineItem *item)
{
  g_autoptr (GListStore) store = g_list_store_new (TL_TYPE_OUTLINE_ITEM);

  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (item), NULL);

  append_children (store, item->concept);
  if (g_list_model_get_n_items (G_LIST_MODEL (store)) == 0)
    return NULL;
  return G_LIST_MODEL (g_steal_pointer (&store));
}

static void
append_matches (GListStore             *store,
                const TlConcept *const *concepts,
                const char             *folded)
{
  for (guint i = 0; concepts[i] != NULL; i++)
    {
      g_autofree char *name = g_utf8_casefold (concepts[i]->name, -1);

      if (strstr (name, folded) != NULL)
        append (store, concepts[i], TRUE);
    }
}

GListModel *
tl_outline_create_matches (const TlEdition *edition,
                           const char      *text)
{
  GListStore *store = g_list_store_new (TL_TYPE_OUTLINE_ITEM);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  g_strstrip (folded);
  append_matches (store, (const TlConcept *const *) tl_edition_get_streams (edition), folded);
  append_matches (store, (const TlConcept *const *) tl_edition_get_groups (edition), folded);
  append_matches (store, (const TlConcept *const *) tl_edition_get_activities (edition), folded);
  append_matches (store, (const TlConcept *const *) tl_edition_get_components (edition), folded);
  append_matches (store, (const TlConcept *const *) tl_edition_get_data_objects (edition), folded);
  return G_LIST_MODEL (store);
}
