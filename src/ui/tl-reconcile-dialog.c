/* tl-reconcile-dialog.c: what runs, compared with what should, to be accepted or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-reconcile-dialog.h"

#include "project/tl-edit.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

struct _TlReconcileDialog
{
  AdwWindow       parent_instance;

  TlRecord       *service;
  GPtrArray      *differences; /* of TlDifference */
  GPtrArray      *checks;      /* of those that change something: GtkCheckButton, borrowed */
  gboolean        updating;

  AdwWindowTitle *title;
  GtkButton      *accept;
  GtkLabel       *summary;
  GtkCheckButton *all;
  GtkListBox     *list;
  GtkLabel       *message;
};

G_DEFINE_FINAL_TYPE (TlReconcileDialog, tl_reconcile_dialog, ADW_TYPE_WINDOW)

enum
{
  RECONCILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_icon (TlDifferenceKind kind)
{
  static const char *const icons[TL_N_DIFFERENCE_KINDS] = {
    [TL_DIFFERENCE_MATCHING] = "object-select-symbolic",
    [TL_DIFFERENCE_VERSION] = "view-refresh-symbolic",
    [TL_DIFFERENCE_MISSING] = "list-remove-symbolic",
    [TL_DIFFERENCE_UNEXPECTED] = "dialog-warning-symbolic",
  };

  return icons[kind];
}

/* What is accepted {{{1 */

static guint
count_accepted (TlReconcileDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  return n;
}

static void
update (TlReconcileDialog *self)
{
  guint n = count_accepted (self);
  g_autofree char *label = g_strdup_printf (ngettext ("_Accept %u", "_Accept %u", n), n);

  gtk_button_set_label (self->accept, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), n > 0);
  self->updating = TRUE;
  gtk_check_button_set_active (self->all, n > 0 && n == self->checks->len);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < self->checks->len);
  self->updating = FALSE;
}

static void
toggled_cb (TlReconcileDialog *self)
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
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), active);
  self->updating = FALSE;
  update (self);
}

static void
accept_cb (TlReconcileDialog *self)
{
  g_autoptr (GPtrArray) accepted = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (accepted, g_object_get_data (g_ptr_array_index (self->checks, i), "tl-difference"));
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

static char *
create_title (const TlDifference *difference)
{
  const char *kind = difference->as != NULL ? tl_element_kind_get_name (difference->as) : NULL;
  g_autofree char *name = difference->element != NULL ? tl_edit_create_title (difference->element)
                                                      : g_strdup (difference->item->name);

  return kind != NULL ? g_strdup_printf ("%s (%s)", name, kind) : g_steal_pointer (&name);
}

/* "Different version: version 15 is desired, 16.2 runs." and what accepting it does. */
static char *
create_text (const TlDifference *difference)
{
  g_autofree char *text = tl_difference_create_text (difference);
  g_autofree char *effect = tl_difference_create_effect (difference);

  return effect != NULL ? g_strdup_printf ("%s\n→ %s", text, effect) : g_steal_pointer (&text);
}

static void
add_row (TlReconcileDialog *self,
         TlDifference      *difference)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (difference->kind));
  GtkWidget *label = gtk_label_new (tl_difference_kind_get_label (difference->kind));
  g_autofree char *title = create_title (difference);
  g_autofree char *text = create_text (difference);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_text = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (difference->changes)
    {
      GtkWidget *check = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (check), "tl-difference", difference);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      g_ptr_array_add (self->checks, check);
    }
  gtk_list_box_append (self->list, row);
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
      if (n > 0)
        /* Translators: a kind of difference and how many there are: “Missing: 2” */
        g_string_append_printf (text, _("%1$s%2$s: %3$u"), text->len > 0 ? " · " : "",
                                tl_difference_kind_get_label (kind), n);
    }
  return g_string_free (text, FALSE);
}

/* What asks for a decision comes first. */
static void
fill (TlReconcileDialog *self)
{
  g_autofree char *summary = create_summary (self);

  for (int changes = TRUE; changes >= FALSE; changes--)
    for (guint i = 0; i < self->differences->len; i++)
      {
        TlDifference *difference = g_ptr_array_index (self->differences, i);

        if (!difference->changes == !changes)
          add_row (self, difference);
      }
  gtk_label_set_label (self->summary, *summary != '\0' ? summary : _("Nothing is desired, and nothing runs."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), self->checks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->differences->len > 0);
  update (self);
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

  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);

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
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
tl_reconcile_dialog_init (TlReconcileDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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
