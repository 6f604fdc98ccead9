/* tl-blueprint-editor-connect.c: relations between elements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-editor-private.h"

#include "project/tl-edit.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"

#include <glib/gi18n.h>
#include <string.h>

/* A pick's key is "out:RELATION:…" where the relation leads from the element that
 * is connected, "in:RELATION:…" where it leads to it; at the end is "+KIND" for an
 * element to be made, or the id of one that there is. */
#define OUT "out"
#define IN  "in"
#define NEW '+'

/* Words {{{1 */

/* What the one end says of the other: "uses", "is used by"; over the border of a
 * lane what is done there: "Refine into Logical". */
static const char *
get_title (const TlRelationRule *rule,
           gboolean              outwards)
{
  if (rule->relation->is_trace && outwards && rule->from->lane != rule->to->lane)
    return rule->to->lane == TL_LANE_LOGICAL ? _("Refine into Logical") : _("Realize As");
  return outwards ? tl_relation_kind_get_name (rule->relation) : tl_relation_kind_get_inverse (rule->relation);
}

/* "1 – n", from the end that the user began with; "" where it is not known. */
static char *
create_multiplicities (const TlRelationRule *rule,
                       gboolean              outwards)
{
  const char *first = outwards ? rule->from_multiplicity : rule->to_multiplicity;
  const char *second = outwards ? rule->to_multiplicity : rule->from_multiplicity;

  if (first == NULL || second == NULL)
    return g_strdup ("");
  /* Translators: multiplicities of the two ends of a relation, such as 1 – n */
  return g_strdup_printf (_("%1$s – %2$s"), first, second);
}

/* Checking {{{1 */

static const TlElementKind *
get_kind (TlBlueprintEditor *self,
          const char        *key)
{
  TlRecord *element = tl_blueprint_editor_lookup (self, key);

  return element != NULL && TL_IS_ELEMENT (element) ? tl_element_get_kind (TL_ELEMENT (element)) : NULL;
}

/* What there may be between two elements, in the direction it was drawn in, or
 * where there is nothing, in the other (TlRelationRule, transfer container). */
static GPtrArray *
list_rules (const TlElementKind *from,
            const TlElementKind *to,
            gboolean            *outwards)
{
  GPtrArray *rules = tl_metamodel_list_rules (from, to);

  *outwards = rules->len > 0;
  if (rules->len > 0)
    return rules;
  g_ptr_array_unref (rules);
  return tl_metamodel_list_rules (to, from);
}

static gboolean
connect_check_cb (const char  *from_key,
                  const char  *to_key,
                  char       **why,
                  gpointer     user_data)
{
  TlBlueprintEditor *self = user_data;
  const TlElementKind *from = get_kind (self, from_key);
  const TlElementKind *to = get_kind (self, to_key);
  g_autoptr(GPtrArray) rules = NULL;
  gboolean outwards;

  if (from == NULL || to == NULL || g_str_equal (from_key, to_key))
    return FALSE;
  rules = list_rules (from, to, &outwards);
  if (rules->len > 0)
    return TRUE;
  if (why != NULL)
    *why = tl_metamodel_explain (from, to);
  return FALSE;
}

void
tl_blueprint_editor_set_connect_check (TlBlueprintEditor *self)
{
  tl_canvas_set_connect_check (self->canvas, connect_check_cb, self, NULL);
}

/* Two that there are {{{1 */

/* Between which. */
typedef struct
{
  TlBlueprintEditor *editor;
  TlRecord          *element;
  TlRecord          *other;     /* NULL: it is picked, too */
  gboolean           has_point;
  TlPoint            point;     /* where a new one goes */
} Link;

static void
free_link (gpointer  data,
           GClosure *closure)
{
  Link *link = data;

  g_object_unref (link->element);
  g_clear_object (&link->other);
  g_free (link);
}

static void
tell_connected (TlBlueprintEditor *self,
                TlRecord          *relation)
{
  TlRecord *from = tl_project_lookup (self->project, tl_record_get (relation, TL_RELATION_FROM));
  TlRecord *to = tl_project_lookup (self->project, tl_record_get (relation, TL_RELATION_TO));
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (from));
  const char *token = tl_record_get (relation, TL_RELATION_KIND);
  const TlRelationKind *relation_kind = kind != NULL ? tl_metamodel_lookup_relation_kind (kind->metamodel, token) : NULL;
  g_autofree char *from_title = tl_edit_create_title (from);
  g_autofree char *to_title = tl_edit_create_title (to);
  g_autofree char *text = NULL;

  /* Translators: a relation was made: “Checkout API uses Ledger” */
  text = g_strdup_printf (_("%1$s %2$s %3$s"), from_title,
                          relation_kind != NULL ? tl_relation_kind_get_name (relation_kind) : token, to_title);
  tl_blueprint_editor_tell (self, text);
}

static void
make (TlBlueprintEditor *self,
      const char        *relation,
      TlRecord          *from,
      TlRecord          *to)
{
  guint n = tl_record_get_n_items (self->service, TL_SERVICE_RELATIONS);
  g_autoptr(GError) error = NULL;
  TlRecord *made = tl_blueprint_connect (self->service, relation, from, to, &error);

  if (made == NULL)
    {
      tl_blueprint_editor_toast (self, error->message, FALSE);
      return;
    }
  tl_blueprint_editor_refresh (self);
  if (n == tl_record_get_n_items (self->service, TL_SERVICE_RELATIONS))
    tl_blueprint_editor_toast (self, _("They are connected like that already."), FALSE);
  else
    tell_connected (self, made);
}

static void
pick_relation_cb (TlPicker   *picker,
                  const char *key,
                  const char *name,
                  gpointer    user_data)
{
  Link *link = user_data;
  g_auto(GStrv) parts = g_strsplit (key, ":", 2);
  gboolean outwards = g_str_equal (parts[0], OUT);

  make (link->editor, parts[1], outwards ? link->element : link->other, outwards ? link->other : link->element);
}

static void
ask_relation (TlBlueprintEditor *self,
              TlRecord          *from,
              TlRecord          *to,
              GPtrArray         *rules,
              gboolean           outwards)
{
  TlPicker *picker = tl_blueprint_editor_add_picker (self, tl_picker_new (_("Relation")));
  Link *link = g_new0 (Link, 1);
  g_autofree char *to_key = tl_session_dup_record_key (to);
  GdkRectangle area;

  link->editor = self;
  link->element = g_object_ref (from);
  link->other = g_object_ref (to);
  for (guint i = 0; i < rules->len; i++)
    {
      const TlRelationRule *rule = rules->pdata[i];
      g_autofree char *key = g_strdup_printf ("%s:%s", outwards ? OUT : IN, rule->relation->id);
      g_autofree char *multiplicities = create_multiplicities (rule, outwards);

      tl_picker_add (picker, tl_pick_new (key, get_title (rule, outwards), multiplicities, NULL));
    }
  g_signal_connect_data (picker, "picked", G_CALLBACK (pick_relation_cb), link, free_link, 0);
  tl_blueprint_editor_get_area (self, to_key, &area);
  tl_picker_popup (picker, &area, NULL);
}

static void
explain (TlBlueprintEditor *self,
         TlRecord          *from,
         TlRecord          *to)
{
  const TlElementKind *from_kind = tl_element_get_kind (TL_ELEMENT (from));
  const TlElementKind *to_kind = tl_element_get_kind (TL_ELEMENT (to));
  g_autofree char *why = NULL;

  if (from_kind != NULL && to_kind != NULL)
    why = tl_metamodel_explain (from_kind, to_kind);
  tl_blueprint_editor_toast (self, why != NULL ? why : _("These two cannot be connected."), FALSE);
}

void
tl_blueprint_editor_connect (TlBlueprintEditor *self,
                             const char        *from_key,
                             const char        *to_key)
{
  TlRecord *from = tl_blueprint_editor_lookup (self, from_key);
  TlRecord *to = tl_blueprint_editor_lookup (self, to_key);
  g_autoptr(GPtrArray) rules = NULL;
  gboolean outwards;

  if (from == NULL || to == NULL || from == to || !TL_IS_ELEMENT (from) || !TL_IS_ELEMENT (to))
    return;
  if (!connect_check_cb (from_key, to_key, NULL, self))
    {
      explain (self, from, to);
      return;
    }

  rules = list_rules (get_kind (self, from_key), get_kind (self, to_key), &outwards);
  if (rules->len > 1)
    ask_relation (self, from, to, rules, outwards);
  else
    make (self, ((const TlRelationRule *) rules->pdata[0])->relation->id, outwards ? from : to, outwards ? to : from);
}

/* One that there is, and one that is picked {{{1 */

static gboolean
is_wished (const TlConnectionWish *wish,
           const TlRelationRule   *rule,
           gboolean                outwards)
{
  const TlElementKind *other = outwards ? rule->to : rule->from;

  if (!(outwards ? wish->outwards : wish->inwards) || (wish->traces_only && !rule->relation->is_trace)
      || (wish->relation != NULL && rule->relation != wish->relation))
    return FALSE;
  if (wish->others == NULL || wish->others[0] == NULL)
    return TRUE;
  for (guint i = 0; wish->others[i] != NULL; i++)
    if (wish->others[i] == other)
      return TRUE;
  return FALSE;
}

/* @kind: what the other is, where its title does not say it; @quiet: the relation
 * goes without saying. */
static void
add_pick (TlPicker             *picker,
          const TlRelationRule *rule,
          gboolean              outwards,
          const char           *end,
          const char           *title,
          const char           *kind,
          gboolean              quiet)
{
  const TlElementKind *other = outwards ? rule->to : rule->from;
  g_autofree char *key = g_strdup_printf ("%s:%s:%s", outwards ? OUT : IN, rule->relation->id, end);
  g_autofree char *detail = g_strjoin (kind != NULL && !quiet ? " · " : "", kind != NULL ? kind : "",
                                       quiet ? "" : get_title (rule, outwards), NULL);
  TlPick *pick = tl_pick_new (key, title, detail, other->icon);

  tl_pick_set_new (pick, *end == NEW);
  tl_picker_add (picker, pick);
}

/* Those of the kind, and those of the project's own that are like it. */
static void
add_new_picks (TlBlueprintEditor    *self,
               TlPicker             *picker,
               const TlRelationRule *rule,
               gboolean              outwards,
               gboolean              quiet)
{
  const TlElementKind *other = outwards ? rule->to : rule->from;
  g_autoptr(GPtrArray) kinds = tl_kind_palette_list_kinds (self->project, other->lane);

  for (guint i = 0; i < kinds->len; i++)
    {
      const char *token = tl_pick_get_key (kinds->pdata[i]);
      g_autofree char *end = g_strdup_printf ("%c%s", NEW, token);
      g_autofree char *title = NULL;

      if (tl_project_get_element_kind (self->project, token) != other)
        continue;
      /* Translators: %s is a kind of elements: one of them is to be made */
      title = g_strdup_printf (_("New %s"), tl_project_get_element_kind_name (self->project, token));
      add_pick (picker, rule, outwards, end, title, NULL, quiet);
    }
}

/* Ids of those that the relation of a rule joins it with already. */
static GHashTable *
list_joined (TlBlueprintEditor    *self,
             TlRecord             *element,
             const TlRelationRule *rule,
             gboolean              outwards)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) relations = outwards ? tl_traceability_list_out (self->traceability, element)
                                            : tl_traceability_list_in (self->traceability, element);

  for (guint i = 0; i < relations->len; i++)
    {
      TlRecord *relation = relations->pdata[i];

      if (g_strcmp0 (tl_record_get (relation, TL_RELATION_KIND), rule->relation->id) == 0)
        g_hash_table_add (ids, (gpointer) tl_record_get (relation, outwards ? TL_RELATION_TO : TL_RELATION_FROM));
    }
  return ids;
}

/* All that are on the canvas and may be at the other end. */
static void
add_known_picks (TlBlueprintEditor    *self,
                 TlPicker             *picker,
                 TlRecord             *element,
                 const TlRelationRule *rule,
                 gboolean              outwards,
                 gboolean              quiet)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  const TlElementKind *other_kind = outwards ? rule->to : rule->from;
  g_autoptr(GHashTable) joined = list_joined (self, element, rule, outwards);

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      TlRecord *other = tl_blueprint_editor_lookup (self, tl_scene_get_node (scene, i)->key);
      g_autofree char *title = NULL;

      if (other == NULL || other == element || !TL_IS_ELEMENT (other)
          || tl_element_get_kind (TL_ELEMENT (other)) != other_kind
          || g_hash_table_contains (joined, tl_record_get_id (other)))
        continue;
      title = tl_edit_create_title (other);
      add_pick (picker, rule, outwards, tl_record_get_id (other), title,
                tl_element_get_kind_name (TL_ELEMENT (other)), quiet);
    }
}

static void
pick_end_cb (TlPicker   *picker,
             const char *key,
             const char *name,
             gpointer    user_data)
{
  Link *link = user_data;
  TlBlueprintEditor *self = link->editor;
  g_auto(GStrv) parts = g_strsplit (key, ":", 3);
  gboolean outwards = g_str_equal (parts[0], OUT);
  g_autoptr(GError) error = NULL;
  TlPlacing placing;
  TlRecord *other;

  if (*parts[2] != NEW)
    {
      other = tl_project_lookup (self->project, parts[2]);
      if (other != NULL)
        make (self, parts[1], outwards ? link->element : other, outwards ? other : link->element);
      return;
    }

  placing = tl_blueprint_editor_find_place (self, parts[2] + 1, &link->element, 1, link->has_point ? &link->point : NULL);
  other = tl_blueprint_add_connected (self->service, parts[2] + 1, name, &placing, parts[1], link->element, outwards,
                                      &error);
  if (other != NULL)
    tl_blueprint_editor_present (self, &other, 1);
  else
    tl_blueprint_editor_toast (self, error->message, FALSE);
}

/* @lane: of the other end, or -1 */
static void
offer (TlBlueprintEditor      *self,
       TlRecord               *element,
       const TlConnectionWish *wish,
       int                     lane,
       const TlPoint          *point,
       const GdkRectangle     *area)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (element));
  TlPicker *picker = tl_blueprint_editor_add_picker (self, tl_picker_new (point != NULL ? _("New element") : _("Connect with")));
  Link *link = g_new0 (Link, 1);

  link->editor = self;
  link->element = g_object_ref (element);
  link->has_point = point != NULL;
  if (point != NULL)
    link->point = *point;

  /* What there is comes before what could be made. */
  for (int pass = point != NULL ? 1 : 0; kind != NULL && pass < 2; pass++)
    for (int outwards = 1; outwards >= 0; outwards--)
      {
        g_autoptr(GPtrArray) rules = tl_metamodel_list_rules_of (kind, outwards);

        for (guint i = 0; i < rules->len; i++)
          {
            const TlRelationRule *rule = rules->pdata[i];

            if (!is_wished (wish, rule, outwards)
                || (lane >= 0 && (int) (outwards ? rule->to : rule->from)->lane != lane))
              continue;
            if (pass == 0)
              add_known_picks (self, picker, element, rule, outwards, wish->traces_only);
            else
              add_new_picks (self, picker, rule, outwards, wish->traces_only);
          }
      }
  g_signal_connect_data (picker, "picked", G_CALLBACK (pick_end_cb), link, free_link, 0);
  tl_picker_popup (picker, area, NULL);
}

void
tl_blueprint_editor_offer (TlBlueprintEditor      *self,
                           TlRecord               *element,
                           const TlConnectionWish *wish)
{
  g_autofree char *key = tl_session_dup_record_key (element);
  GdkRectangle area;

  /* At once: the popover points to where it is now. */
  tl_blueprint_editor_refresh (self);
  tl_canvas_set_selected_key (self->canvas, key);
  tl_canvas_frame_node (self->canvas, key, FALSE);
  tl_blueprint_editor_get_area (self, key, &area);
  offer (self, element, wish, -1, NULL, &area);
}

void
tl_blueprint_editor_connect_to_empty (TlBlueprintEditor *self,
                                      const char        *from_key,
                                      double             x,
                                      double             y)
{
  const TlConnectionWish any = { .outwards = TRUE, .inwards = TRUE };
  TlRecord *element = tl_blueprint_editor_lookup (self, from_key);
  TlPoint point = { x, y };
  GdkRectangle area;
  TlLane lane;

  if (element == NULL || !TL_IS_ELEMENT (element)
      || !tl_blueprint_view_find_lane (tl_canvas_get_scene (self->canvas), x, y, &lane))
    return;
  tl_blueprint_editor_get_point_area (self, x, y, &area);
  offer (self, element, &any, lane, &point, &area);
}
