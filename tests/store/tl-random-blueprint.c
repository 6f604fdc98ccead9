/* tl-random-blueprint.c: somebody who draws blueprints without a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-random-blueprint.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"
#include "store/tl-clip.h"

#define MANY 60 /* elements of a service, from which more is deleted than made */

/* What there is */

static int
choose (TlRandomEditor *self,
        guint           n)
{
  return n > 0 ? g_rand_int_range (self->random, 0, n) : 0;
}

static TlRecord *
pick_service (TlRandomEditor *self,
              TlProject      *project)
{
  guint n = tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES);

  return tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, choose (self, n));
}

static void
add_elements (TlRecord  *service,
              GPtrArray *into)
{
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      g_ptr_array_add (into, tl_record_get_child (service, lane, i));
}

static guint
count_elements (TlRecord *service)
{
  guint n = 0;

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    n += tl_record_get_n_items (service, lane);
  return n;
}

/* What can be selected in a blueprint. */
static GPtrArray *
list_shown (TlRecord *service,
            gboolean  with_relations)
{
  g_autoptr(GPtrArray) guests = tl_blueprint_list_guests (service);
  GPtrArray *shown = g_ptr_array_new ();

  add_elements (service, shown);
  g_ptr_array_extend (shown, guests, NULL, NULL);
  if (with_relations)
    for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_RELATIONS); i++)
      g_ptr_array_add (shown, tl_record_get_child (service, TL_SERVICE_RELATIONS, i));
  return shown;
}

/* Some of it, of no order and perhaps twice. */
static GPtrArray *
pick_some (TlRandomEditor *self,
           TlRecord       *service,
           gboolean        with_relations)
{
  g_autoptr(GPtrArray) shown = list_shown (service, with_relations);
  GPtrArray *some = g_ptr_array_new ();
  int n = shown->len > 0 ? g_rand_int_range (self->random, 1, choose (self, 3) == 0 ? 12 : 4) : 0;

  for (int i = 0; i < n; i++)
    g_ptr_array_add (some, shown->pdata[choose (self, shown->len)]);
  return some;
}

static TlRecord *
pick_element (TlRandomEditor *self,
              TlProject      *project,
              TlRecord       *service)
{
  g_autoptr(GPtrArray) elements = g_ptr_array_new ();

  if (choose (self, 5) == 0)
    service = pick_service (self, project);
  add_elements (service, elements);
  return elements->len > 0 ? elements->pdata[choose (self, elements->len)] : NULL;
}

static TlPlacing
make_placing (TlRandomEditor *self,
              TlRecord       *element)
{
  return (TlPlacing){
    element, g_rand_double_range (self->random, -50, 2000), g_rand_double_range (self->random, 0, 900),
    choose (self, 4) == 0 ? choose (self, 400) : 0, choose (self, 4) == 0 ? choose (self, 200) : 0,
  };
}

/* What is done */

static const char *
pick_kind (TlRandomEditor *self,
           TlProject      *project)
{
  const TlElementKind *const *kinds = tl_metamodel_get_kinds (tl_metamodel_get (tl_project_get_edition (project)));
  guint n_own = tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_KINDS);
  guint n = 0;

  while (kinds[n] != NULL)
    n++;
  if (n_own > 0 && choose (self, 6) == 0)
    return tl_record_get_id (tl_record_get_child (TL_RECORD (project), TL_PROJECT_KINDS, choose (self, n_own)));
  return choose (self, 30) == 0 ? "no-such-kind" : kinds[choose (self, n)]->id;
}

static void
create (TlRandomEditor *self,
        TlRecord       *service)
{
  static const char *const names[] = { "Ledger", "<&>", "ünïcode 🙂", "", NULL };
  TlProject *project = tl_record_get_project (service);
  const char *kind = pick_kind (self, project);
  TlPlacing placing = make_placing (self, NULL);
  TlRecord *element = tl_blueprint_add_element (service, kind, names[choose (self, G_N_ELEMENTS (names))],
                                                choose (self, 3) == 0 ? NULL : &placing, NULL);

  g_assert_cmpint (element != NULL, ==, tl_project_get_element_kind (project, kind) != NULL);
}

static void
add_kind (TlRandomEditor *self,
          TlRecord       *service)
{
  TlProject *project = tl_record_get_project (service);
  TlRecord *root = TL_RECORD (project);
  guint n = tl_record_get_n_items (root, TL_PROJECT_KINDS);
  const TlElementKind *like = tl_project_get_element_kind (project, pick_kind (self, project));
  TlRecord *kind;

  if (n > 3)
    {
      tl_edit_remove (tl_record_get_child (root, TL_PROJECT_KINDS, choose (self, n)));
      return;
    }
  if (like == NULL)
    return;
  kind = tl_record_new (&tl_own_kind_type);
  tl_record_fill (kind, TL_OWN_KIND_NAME, "Robot", NULL);
  tl_record_fill (kind, TL_OWN_KIND_LIKE, like->id, NULL);
  g_assert_true (tl_edit_add (root, TL_PROJECT_KINDS, kind, NULL));
}

/* Rules decide, and nothing else. */
static void
connect (TlRandomEditor *self,
         TlRecord       *service)
{
  TlProject *project = tl_record_get_project (service);
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (project));
  const TlRelationKind *const *relations = tl_metamodel_get_relation_kinds (metamodel);
  TlRecord *from = pick_element (self, project, service);
  TlRecord *to = pick_element (self, project, service);
  const TlRelationKind *relation;
  const TlElementKind *from_kind, *to_kind;
  gboolean allowed;
  guint n = 0;

  if (from == NULL || to == NULL)
    return;
  while (relations[n] != NULL)
    n++;
  relation = relations[choose (self, n)];
  from_kind = tl_element_get_kind (TL_ELEMENT (from));
  to_kind = tl_element_get_kind (TL_ELEMENT (to));
  if (from_kind != NULL && to_kind != NULL)
    {
      g_autoptr(GPtrArray) rules = tl_metamodel_list_rules (from_kind, to_kind);

      if (rules->len > 0 && choose (self, 4) > 0)
        relation = ((const TlRelationRule *) rules->pdata[choose (self, rules->len)])->relation;
    }

  allowed = from != to && from_kind != NULL && to_kind != NULL
            && tl_metamodel_find_rule (relation, from_kind, to_kind) != NULL;
  g_assert_cmpint (tl_blueprint_connect (service, relation->id, from, to, NULL) != NULL, ==, allowed);
}

static void
move (TlRandomEditor *self,
      TlRecord       *service)
{
  g_autoptr(GPtrArray) some = pick_some (self, service, FALSE);
  g_autoptr(GArray) placings = g_array_new (FALSE, FALSE, sizeof (TlPlacing));

  for (guint i = 0; i < some->len; i++)
    {
      TlPlacing placing = make_placing (self, some->pdata[i]);

      g_array_append_val (placings, placing);
    }
  g_assert_true (tl_blueprint_place (service, (const TlPlacing *) placings->data, placings->len, NULL,
                                     choose (self, 3) == 0 ? "nudge" : NULL, NULL));
}

static void
delete_some (TlRandomEditor *self,
             TlRecord       *service)
{
  g_autoptr(GPtrArray) some = pick_some (self, service, TRUE);

  tl_blueprint_remove (service, (TlRecord *const *) some->pdata, some->len);
}

static void
take (TlRandomEditor *self,
      TlRecord       *service,
      gboolean        is_cut)
{
  g_autoptr(GPtrArray) some = pick_some (self, service, TRUE);

  g_clear_pointer (&self->clip, g_bytes_unref);
  self->clip = tl_clip_write (service, (TlRecord *const *) some->pdata, some->len, is_cut);
  if (is_cut)
    tl_blueprint_remove (service, (TlRecord *const *) some->pdata, some->len);
}

static void
paste (TlRandomEditor *self,
       TlRecord       *service)
{
  g_autoptr(TlClip) clip = NULL;
  g_autoptr(GPtrArray) pasted = NULL;
  g_autoptr(GError) error = NULL;

  if (self->clip == NULL)
    return;
  clip = tl_clip_read (self->clip, &error);
  g_assert_no_error (error);
  pasted = tl_blueprint_paste (service, clip->records, choose (self, 64), choose (self, 64), &error);
  g_assert_no_error (error);
}

static void
duplicate (TlRandomEditor *self,
           TlRecord       *service)
{
  g_autoptr(GPtrArray) some = pick_some (self, service, FALSE);
  g_autoptr(GPtrArray) copies = NULL;
  g_autoptr(GError) error = NULL;

  copies = tl_blueprint_duplicate (service, (TlRecord *const *) some->pdata, some->len, 16, 16, &error);
  g_assert_no_error (error);
}

static void
use (TlRandomEditor *self,
     TlRecord       *service)
{
  TlProject *project = tl_record_get_project (service);
  TlRecord *element = pick_element (self, project, pick_service (self, project));
  TlPlacing placing = make_placing (self, NULL);

  if (element != NULL)
    g_assert_cmpint (tl_blueprint_use_element (service, element, choose (self, 2) == 0 ? &placing : NULL, NULL), ==,
                     tl_element_get_service (TL_ELEMENT (element)) != service);
}

const char *
tl_random_editor_step (TlRandomEditor *self,
                       TlProject      *project)
{
  TlRecord *service = pick_service (self, project);
  int kind = g_rand_int_range (self->random, 0, 24);

  if (count_elements (service) > MANY && choose (self, 2) == 0)
    kind = 12;
  switch (kind)
    {
    case 0:
      return add_kind (self, service), "own kind";
    case 1:
    case 2:
    case 3:
    case 4:
      return create (self, service), "create";
    case 5:
    case 6:
    case 7:
    case 8:
    case 9:
      return connect (self, service), "connect";
    case 10:
    case 11:
      return move (self, service), "move";
    case 12:
    case 13:
      return delete_some (self, service), "delete";
    case 14:
      return take (self, service, TRUE), "cut";
    case 15:
      return take (self, service, FALSE), "copy";
    case 16:
    case 17:
      return paste (self, service), "paste";
    case 18:
      return duplicate (self, service), "duplicate";
    case 19:
      return use (self, service), "use";
    default:
      return tl_random_editor_analyse (self, service);
    }
}

/* What has to hold */

static void
check_element (TlRecord *element,
               guint     list)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (element));

  if (kind == NULL)
    return;
  g_assert_cmpuint (kind->lane, ==, list);
  if (kind->line != TL_LINE_NONE)
    g_assert_null (tl_record_get (element, TL_ELEMENT_X));
}

static void
check_relation (TlProject *project,
                TlRecord  *relation)
{
  TlRecord *from = tl_project_lookup (project, tl_record_get (relation, TL_RELATION_FROM));
  TlRecord *to = tl_project_lookup (project, tl_record_get (relation, TL_RELATION_TO));
  const TlElementKind *from_kind = tl_element_get_kind (TL_ELEMENT (from));
  const TlElementKind *to_kind = tl_element_get_kind (TL_ELEMENT (to));
  const TlRelationKind *kind;

  g_assert_true (from != to);
  if (from_kind == NULL || to_kind == NULL)
    return;
  kind = tl_metamodel_lookup_relation_kind (from_kind->metamodel, tl_record_get (relation, TL_RELATION_KIND));
  g_assert_nonnull (kind);
  g_assert_nonnull (tl_metamodel_find_rule (kind, from_kind, to_kind));
}

static void
check_service (TlProject *project,
               TlRecord  *service)
{
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      check_element (tl_record_get_child (service, lane, i), lane);
  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_RELATIONS); i++)
    check_relation (project, tl_record_get_child (service, TL_SERVICE_RELATIONS, i));
  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_USES); i++)
    {
      const char *of = tl_record_get (tl_record_get_child (service, TL_SERVICE_USES, i), TL_USE_OF);
      TlRecord *element = tl_project_lookup (project, of);

      g_assert_true (tl_element_get_service (TL_ELEMENT (element)) != service);
      g_assert_true (g_hash_table_add (used, element));
    }
}

static gboolean
check_record (TlRecord *record,
              gpointer  project)
{
  g_autoptr(GError) error = NULL;

  tl_project_check_references (project, record, &error);
  g_assert_no_error (error);
  if (tl_record_get_id (record) != NULL)
    g_assert_true (tl_project_lookup (project, tl_record_get_id (record)) == record);
  return TRUE;
}

void
tl_random_editor_check (TlProject *project)
{
  TlRecord *root = TL_RECORD (project);

  tl_record_foreach (root, check_record, project);
  for (guint i = 0; i < tl_record_get_n_items (root, TL_PROJECT_SERVICES); i++)
    check_service (project, tl_record_get_child (root, TL_PROJECT_SERVICES, i));
}
