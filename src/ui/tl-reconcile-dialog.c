/* tl-reconcile-dialog.c: what runs, compared with what should, to be accepted or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-reconcile-dialog.h"

#include "project/tl-edit.h"
#include "ui/tl-growing-list.h"
#include "ui/tl-label.h"
#include "ui/tl-print-dialog.h"
#include "ui/tl-reconcile-cell.h"
#include "ui/tl-style.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"

#include <glib/gi18n.h>

/* Their texts are broken into lines, which takes long to measure. */
#define ROWS_AT_ONCE 6

struct _TlReconcileDialog
{
  AdwWindow       parent_instance;

  TlRecord       *service;
  GPtrArray      *differences; /* of TlDifference */
  GListStore     *items;       /* of TlReconcileItem */
  guint           n_changes;   /* that could be accepted */
  gboolean        updating;

  AdwWindowTitle *title;
  GtkButton      *accept;
  GtkLabel       *summary;
  GtkCheckButton *all;
  GtkListView    *list;
  GtkLabel       *message;
};

G_DEFINE_FINAL_TYPE (TlReconcileDialog, tl_reconcile_dialog, ADW_TYPE_WINDOW)

enum
{
  RECONCILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is accepted {{{1 */

/* Those that are accepted (TlDifference). (transfer container) */
static GPtrArray *
list_accepted (TlReconcileDialog *self)
{
  GPtrArray *accepted = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TlReconcileItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (tl_reconcile_item_get_accepted (item))
        g_ptr_array_add (accepted, tl_reconcile_item_get_difference (item));
    }
  return accepted;
}

static void
update (TlReconcileDialog *self)
{
  g_autoptr (GPtrArray) accepted = list_accepted (self);
  guint n = accepted->len;
  g_autofree char *label = g_strdup_printf (ngettext ("_Accept %'u", "_Accept %'u", n), n);

  gtk_button_set_label (self->accept, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), n > 0);
  self->updating = TRUE;
  gtk_check_button_set_active (self->all, n > 0 && n == self->n_changes);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < self->n_changes);
  self->updating = FALSE;
}

static void
accepted_cb (TlReconcileDialog *self)
{
  if (!self->updating)
    update (self);
}

static void
all_toggled_cb (TlReconcileDialog *self)
{
  gboolean active = gtk_check_button_get_active (self->all);

  if (self->updating)
    return;
  self->updating = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TlReconcileItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      tl_reconcile_item_set_accepted (item, active);
    }
  self->updating = FALSE;
  update (self);
}

static void
activate_cb (TlReconcileDialog *self,
             guint              position)
{
  g_autoptr (TlReconcileItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  tl_reconcile_item_set_accepted (item, !tl_reconcile_item_get_accepted (item));
}

static void
accept_cb (TlReconcileDialog *self)
{
  g_autoptr (GPtrArray) accepted = list_accepted (self);
  g_autoptr (GError) error = NULL;

  if (accepted->len == 0 || tl_record_get_project (self->service) == NULL)
    return;
  if (!tl_reconcile_accept (self->service, (TlDifference *const *) accepted->pdata, accepted->len, &error))
    {
      gtk_label_set_label (self->message, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
      return;
    }
  g_signal_emit (self, signals[RECONCILED], 0, accepted->len);
  gtk_window_close (GTK_WINDOW (self));
}

/* What is shown {{{1 */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, tl_reconcile_cell_new ());
}

/* What has no row is decided on for all at once. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         TlReconcileDialog        *self)
{
  tl_reconcile_cell_bind (TL_RECONCILE_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::accepted", G_CALLBACK (accepted_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           TlReconcileDialog        *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), accepted_cb, self);
  tl_reconcile_cell_bind (TL_RECONCILE_CELL (gtk_list_item_get_child (item)), NULL);
}

/* The rows are made of a list that is whole. */
static void
show_items (TlReconcileDialog *self)
{
  g_autoptr (TlGrowingList) growing = tl_growing_list_new (G_LIST_MODEL (self->items), ROWS_AT_ONCE);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (growing)));

  tl_growing_list_set_view (growing, GTK_WIDGET (self->list));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

/* "3 matching · 1 missing": what there is of each kind. */
static char *
create_summary (TlReconcileDialog *self)
{
  GString *text = g_string_new (NULL);

  for (TlDifferenceKind kind = 0; kind < TL_N_DIFFERENCE_KINDS; kind++)
    {
      guint n = 0;

      for (guint i = 0; i < self->differences->len; i++)
        n += ((TlDifference *) g_ptr_array_index (self->differences, i))->kind == kind;
      if (n == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, C_("facts", " · "));
      /* Translators: a kind of difference and how many there are: “Missing: 2” */
      g_string_append_printf (text, C_("differences", "%1$s: %2$'u"), tl_difference_kind_get_label (kind), n);
    }
  return g_string_free (text, FALSE);
}

/* What asks for a decision comes first. */
static void
fill (TlReconcileDialog *self)
{
  g_autofree char *summary = create_summary (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (int changes = TRUE; changes >= FALSE; changes--)
    for (guint i = 0; i < self->differences->len; i++)
      {
        TlDifference *difference = g_ptr_array_index (self->differences, i);

        if (!difference->changes != !changes)
          continue;
        g_ptr_array_add (items, tl_reconcile_item_new (difference));
        self->n_changes += difference->changes;
      }
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  show_items (self);
  gtk_label_set_label (self->summary, *summary != '\0' ? summary : _("Nothing is desired, and nothing runs."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), self->n_changes > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->differences->len > 0);
  update (self);
}

/* On paper {{{1 */

/* Whether it is accepted is said by a sign and a word. */
static const char *
get_decision (TlReconcileItem *item)
{
  if (!tl_reconcile_item_get_difference (item)->changes)
    return NULL;
  return tl_reconcile_item_get_accepted (item) ? C_("difference", "☑ accepted") : C_("difference", "☐ not accepted");
}

static void
add_row (GObject       *items,
         guint          position,
         gconstpointer  data,
         TlPrintTable  *table)
{
  g_autoptr (TlReconcileItem) item = g_list_model_get_item (G_LIST_MODEL (items), position);
  const TlDifference *difference = tl_reconcile_item_get_difference (item);
  g_autofree char *title = tl_reconcile_item_create_title (item);
  g_autofree char *text = tl_difference_create_text (difference);
  g_autofree char *effect = tl_difference_create_effect (difference);

  tl_print_table_add_row (table, (const char *const[]) { title, tl_difference_kind_get_label (difference->kind), text, effect,
                                                         get_decision (item) });
}

static gboolean
print_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  static const TlPrintRows rows = { add_row };
  TlReconcileDialog *self = TL_RECONCILE_DIALOG (widget);
  g_autoptr (PangoFontDescription) font = tl_style_dup_font (widget);
  g_autoptr (TlPrintContent) content = NULL;
  TlPrintTable *table = tl_print_content_create_table (tl_record_get_project (self->service), gtk_window_get_title (GTK_WINDOW (self)));

  tl_print_table_add_note (table, adw_window_title_get_subtitle (self->title));
  tl_print_table_add_note (table, gtk_label_get_label (self->summary));
  tl_print_table_add_column (table, C_("column", "Element"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "Difference"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "What Differs"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "If Accepted"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "Decision"), TL_PRINT_BEGIN);
  content = tl_print_content_new_for_rows (table, &rows, self->items, NULL, font);
  tl_print_dialog_present (content, GTK_WINDOW (self));
  return TRUE;
}

/* Object {{{1 */

static void
tl_reconcile_dialog_dispose (GObject *object)
{
  TlReconcileDialog *self = TL_RECONCILE_DIALOG (object);

  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_RECONCILE_DIALOG);

  G_OBJECT_CLASS (tl_reconcile_dialog_parent_class)->dispose (object);
}

static void
tl_reconcile_dialog_finalize (GObject *object)
{
  TlReconcileDialog *self = TL_RECONCILE_DIALOG (object);

  g_object_unref (self->items);
  g_clear_pointer (&self->differences, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_reconcile_dialog_parent_class)->finalize (object);
}

static void
tl_reconcile_dialog_class_init (TlReconcileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_reconcile_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_reconcile_dialog_finalize;

  signals[RECONCILED] = g_signal_new ("reconciled", TL_TYPE_RECONCILE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-reconcile-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlReconcileDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileDialog, all);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, print_cb, NULL);
}

static void
tl_reconcile_dialog_init (TlReconcileDialog *self)
{
  self->items = g_list_store_new (TL_TYPE_RECONCILE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_window_size_scale (GTK_WINDOW (self));
  tl_label_explain (GTK_WIDGET (self->title));
  /* Asked for in the template, it would be forgotten for the header bar. */
  g_signal_connect_swapped (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->accept);
}

GtkWidget *
tl_reconcile_dialog_new (TlRecord  *service,
                         GPtrArray *items)
{
  TlReconcileDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TL_IS_RECORD (service), NULL);

  self = g_object_new (TL_TYPE_RECONCILE_DIALOG, NULL);
  self->service = g_object_ref (service);
  self->differences = tl_reconcile_compare (service, items);
  title = tl_edit_create_title (service);
  adw_window_title_set_subtitle (self->title, title);
  fill (self);
  return GTK_WIDGET (self);
}
