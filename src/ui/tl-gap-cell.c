/* tl-gap-cell.c: a row of a list of gaps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-gap-cell.h"

#include "analysis/tl-mend.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "reference/tl-term.h"
#include "ui/tl-long-press.h"
#include "ui/tl-label.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

/* More are found by choosing from all. */
#define MAX_CANDIDATES 6

/* Above the name of a service, which its gaps follow. */
#define SERVICE_MARGIN 10

struct _TlGapCell
{
  GtkWidget      parent_instance;

  TlGapRow      *row;
  GSignalGroup  *record_signals;
  GSignalGroup  *traceability_signals;

  GtkWidget     *content;
  GtkImage      *icon;
  GtkLabel      *title;
  GtkLabel      *kind;
  GtkLabel      *message;
  GtkMenuButton *mend;
};

G_DEFINE_FINAL_TYPE (TlGapCell, tl_gap_cell, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REVEAL,
  SIGNAL_CHOOSE,
  SIGNAL_MENDED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const TlGap *
get_gap (TlGapCell *self)
{
  return self->row != NULL ? tl_gap_row_get_gap (self->row) : NULL;
}

/* What it says {{{1 */

static void
show_gap (TlGapCell   *self,
          const TlGap *gap)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (gap->element));
  const char *kind_name = tl_element_get_kind_name (TL_ELEMENT (gap->element));
  g_autofree char *title = tl_edit_create_title (gap->element);
  g_autofree char *mend = tl_gap_cell_create_mend_label (gap);
  /* Translators: an element, its kind, and a sentence on what it lacks */
  g_autofree char *spoken = g_strdup_printf (_("%1$s, %2$s: %3$s"), title, kind_name,
                                             tl_gap_rule_get_message (gap->rule));

  gtk_image_set_from_icon_name (self->icon, kind != NULL ? kind->icon : NULL);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->kind, kind_name);
  gtk_label_set_label (self->message, tl_gap_rule_get_message (gap->rule));
  if (mend != NULL)
    {
      /* Translators: what a button does, and for what: “Refine into Logical…: Pay by card” */
      g_autofree char *name = g_strdup_printf (_("%1$s: %2$s"), mend, title);

      gtk_menu_button_set_label (self->mend, mend);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->mend), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_service (TlGapCell *self,
              TlRecord  *service)
{
  TlProject *project = tl_record_get_project (service);
  guint n = project != NULL ? tl_traceability_count_gaps (tl_traceability_get (project), service) : 0;
  g_autofree char *title = tl_edit_create_title (service);
  g_autofree char *number = g_strdup_printf (ngettext ("%'u gap", "%'u gaps", n), n);
  g_autofree char *spoken = g_strconcat (title, C_("list", ", "), number, NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->kind, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update (TlGapCell *self)
{
  const TlGap *gap = get_gap (self);

  if (gap != NULL)
    show_gap (self, gap);
  else if (self->row != NULL)
    show_service (self, tl_gap_row_get_service (self->row));
}

/* Of places there may be thousands at once, and a gap has none. */
static void
record_cb (TlGapCell  *self,
           GParamSpec *pspec)
{
  static const guint places[] = { TL_ELEMENT_X, TL_ELEMENT_Y, TL_ELEMENT_WIDTH, TL_ELEMENT_HEIGHT };

  for (guint i = 0; get_gap (self) != NULL && i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (pspec->name, tl_element_type.fields[places[i]].name))
      return;
  update (self);
}

static void
update_number (TlGapCell *self)
{
  if (self->row != NULL && get_gap (self) == NULL)
    update (self);
}

/* What mends it {{{1 */

static GMenu *
create_candidates (const TlGap *gap)
{
  g_autoptr (GPtrArray) candidates = tl_gap_list_candidates (gap);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < candidates->len && i < MAX_CANDIDATES; i++)
    {
      TlRecord *other = g_ptr_array_index (candidates, i);
      g_autofree char *title = tl_edit_create_title (other);
      /* Translators: %s is the name of an element */
      g_autofree char *label = g_strdup_printf (_("Connect with “%s”"), title);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "gap.connect", "s", tl_record_get_id (other));
      g_menu_append_item (menu, item);
    }
  g_menu_append (menu, _("Connect with Another…"), "gap.choose");
  return menu;
}

static GMenu *
create_kinds (const TlGap *gap)
{
  g_autoptr (GPtrArray) kinds = tl_gap_list_kinds (gap);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const TlElementKind *kind = g_ptr_array_index (kinds, i);
      /* Translators: %s is a kind of element, such as Component */
      g_autofree char *label = g_strdup_printf (_("Add %s"), tl_element_kind_get_name (kind));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "gap.create", "s", kind->id);
      g_menu_append_item (menu, item);
    }
  return menu;
}

/* A trace from one service model to another; NULL where that does not help. */
static const TlMend *
find_trace (GArray *mends)
{
  for (guint i = 0; i < mends->len; i++)
    {
      const TlMend *mend = &g_array_index (mends, TlMend, i);

      if (mend->rule->relation->is_trace && mend->rule->from->lane != mend->rule->to->lane)
        return mend;
    }
  return NULL;
}

char *
tl_gap_cell_create_mend_label (const TlGap *gap)
{
  g_autoptr (GArray) mends = tl_gap_list_mends (gap);
  const TlMend *trace = find_trace (mends);
  TlLane lane;

  if (mends->len == 0)
    return NULL;
  if (trace == NULL)
    /* Translators: %s is a kind of elements, such as Requirement */
    return g_strdup_printf (_("Link %s…"), tl_element_kind_get_name (tl_mend_get_other (&g_array_index (mends, TlMend, 0))));

  lane = tl_mend_get_other (trace)->lane;
  if (trace->outwards)
    return g_strdup (lane == TL_LANE_LOGICAL ? _("Refine into Logical…") : _("Realize…"));
  return g_strdup (lane == TL_LANE_LOGICAL ? _("Add to Design…") : _("Trace Back…"));
}

/* When it is opened: what there is to connect with changes all the time. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  TlGapCell *self = user_data;
  const TlGap *gap = get_gap (self);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) candidates = NULL;
  g_autoptr (GMenu) kinds = NULL;
  g_autoptr (GMenu) places = NULL;
  g_autoptr (GMenuItem) why = NULL;

  if (gap == NULL)
    return;
  candidates = create_candidates (gap);
  kinds = create_kinds (gap);
  places = g_menu_new ();
  g_menu_append (places, _("Go to It"), "gap.reveal");
  why = g_menu_item_new (_("Why Is This a Gap?"), NULL);
  g_menu_item_set_action_and_target (why, "app.help-on", "s", tl_term_for_element_kind (gap->rule->kind)->id);
  g_menu_append_item (places, why);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (candidates));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* The row goes with its gap, and its menu with the row: not before the window is
 * done with closing that. */
typedef struct
{
  TlGapCell *cell;
  TlGapRow  *row;
  char      *target; /* id of an element, or of a kind to be added */
  void     (*mend) (TlGapCell   *cell,
                    const TlGap *gap,
                    const char  *target);
} Mending;

static void
mending_free (gpointer data)
{
  Mending *mending = data;

  g_object_unref (mending->cell);
  g_object_unref (mending->row);
  g_free (mending->target);
  g_free (mending);
}

static gboolean
mend_cb (gpointer data)
{
  Mending *mending = data;
  const TlGap *gap = tl_gap_row_get_gap (mending->row);

  if (tl_record_get_project (gap->element) != NULL)
    mending->mend (mending->cell, gap, mending->target);
  return G_SOURCE_REMOVE;
}

static void
tell (TlGapCell    *self,
      TlRecord     *other,
      const char   *text,
      const GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  else
    g_signal_emit (self, signals[SIGNAL_MENDED], 0, other, text);
}

static void
connect_with (TlGapCell   *self,
              const TlGap *gap,
              const char  *id)
{
  TlRecord *other = tl_project_lookup (tl_record_get_project (gap->element), id);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (other == NULL || !TL_IS_ELEMENT (other))
    return;
  title = tl_edit_create_title (other);
  /* Translators: something was done; %s is the name of an element */
  text = g_strdup_printf (_("Connected with “%s”"), title);
  tl_gap_connect (gap, other, &error);
  tell (self, NULL, text, error);
}

static void
create (TlGapCell   *self,
        const TlGap *gap,
        const char  *id)
{
  g_autoptr (GPtrArray) kinds = tl_gap_list_kinds (gap);

  for (guint i = 0; i < kinds->len; i++)
    {
      const TlElementKind *kind = g_ptr_array_index (kinds, i);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      TlRecord *element;

      if (g_strcmp0 (kind->id, id) != 0)
        continue;
      /* Translators: something was done; %s is a kind of element, such as Component */
      text = g_strdup_printf (_("%s added"), tl_element_kind_get_name (kind));
      element = tl_gap_create (gap, kind, NULL, &error);
      tell (self, element, text, error);
      return;
    }
}

static void
mending_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  TlGapCell *self = TL_GAP_CELL (widget);
  Mending *mending;

  if (get_gap (self) == NULL)
    return;
  mending = g_new0 (Mending, 1);
  mending->cell = g_object_ref (self);
  mending->row = g_object_ref (self->row);
  mending->target = g_variant_dup_string (target, NULL);
  mending->mend = g_str_equal (action, "gap.create") ? create : connect_with;
  g_idle_add_full (G_PRIORITY_DEFAULT, mend_cb, mending, mending_free);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *unused)
{
  TlGapCell *self = TL_GAP_CELL (widget);

  if (get_gap (self) != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOOSE], 0);
}

static void
reveal_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *unused)
{
  TlGapCell *self = TL_GAP_CELL (widget);
  const TlGap *gap = get_gap (self);

  if (gap != NULL)
    g_signal_emit (self, signals[SIGNAL_REVEAL], 0, gap->element);
}

/* Object {{{1 */

static void
tl_gap_cell_dispose (GObject *object)
{
  TlGapCell *self = TL_GAP_CELL (object);

  tl_gap_cell_bind (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->traceability_signals);

  G_OBJECT_CLASS (tl_gap_cell_parent_class)->dispose (object);
}

static void
tl_gap_cell_class_init (TlGapCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_gap_cell_dispose;

  signals[SIGNAL_REVEAL] =
    g_signal_new ("reveal", TL_TYPE_GAP_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, TL_TYPE_RECORD);
  signals[SIGNAL_CHOOSE] =
    g_signal_new ("choose", TL_TYPE_GAP_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MENDED] =
    g_signal_new ("mended", TL_TYPE_GAP_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, TL_TYPE_RECORD, G_TYPE_STRING);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", TL_TYPE_GAP_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "gap.connect", "s", mending_cb);
  gtk_widget_class_install_action (widget_class, "gap.create", "s", mending_cb);
  gtk_widget_class_install_action (widget_class, "gap.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "gap.reveal", NULL, reveal_cb);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-gap-cell.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlGapCell, content);
  gtk_widget_class_bind_template_child (widget_class, TlGapCell, icon);
  gtk_widget_class_bind_template_child (widget_class, TlGapCell, title);
  gtk_widget_class_bind_template_child (widget_class, TlGapCell, kind);
  gtk_widget_class_bind_template_child (widget_class, TlGapCell, message);
  gtk_widget_class_bind_template_child (widget_class, TlGapCell, mend);
}

static void
menu_pressed_cb (gpointer self,
                 int      n_press,
                 double   x,
                 double   y)
{
  tl_gap_cell_open_menu (self);
}

static void
tl_gap_cell_init (TlGapCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->record_signals = g_signal_group_new (TL_TYPE_RECORD);
  self->traceability_signals = g_signal_group_new (TL_TYPE_TRACEABILITY);
  g_signal_group_connect_swapped (self->record_signals, "notify", G_CALLBACK (record_cb), self);
  g_signal_group_connect_swapped (self->traceability_signals, "changed", G_CALLBACK (update_number), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_label_explain (GTK_WIDGET (self->title));
  tl_label_explain (GTK_WIDGET (self->kind));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  tl_long_press_add (GTK_WIDGET (self), menu_pressed_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_menu_button_set_create_popup_func (self->mend, create_popup_cb, self, NULL);
}

GtkWidget *
tl_gap_cell_new (void)
{
  return g_object_new (TL_TYPE_GAP_CELL, NULL);
}

void
tl_gap_cell_bind (TlGapCell *self,
                  TlGapRow  *row)
{
  const TlGap *gap;
  TlProject *project;

  g_return_if_fail (TL_IS_GAP_CELL (self));

  g_set_object (&self->row, row);
  gap = get_gap (self);
  project = row != NULL ? tl_record_get_project (tl_gap_row_get_service (row)) : NULL;
  g_signal_group_set_target (self->record_signals,
                             gap != NULL ? gap->element : row != NULL ? tl_gap_row_get_service (row) : NULL);
  g_signal_group_set_target (self->traceability_signals, project != NULL ? tl_traceability_get (project) : NULL);
  if (row == NULL)
    return;

  gtk_widget_set_margin_top (self->content, gap != NULL ? 0 : SERVICE_MARGIN);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), gap != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->message), gap != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->mend), gap != NULL);
  if (gap != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  update (self);
}

TlGapRow *
tl_gap_cell_get_row (TlGapCell *self)
{
  g_return_val_if_fail (TL_IS_GAP_CELL (self), NULL);

  return self->row;
}

void
tl_gap_cell_open_menu (TlGapCell *self)
{
  g_return_if_fail (TL_IS_GAP_CELL (self));

  if (get_gap (self) != NULL)
    gtk_menu_button_popup (self->mend);
}
