/* tl-record-button.c: a button that says which service or element is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-button.h"

#include "project/tl-edit.h"
#include "ui/tl-label.h"
#include "ui/tl-record-picker.h"

struct _TlRecordButton
{
  GtkWidget           parent_instance;

  const TlRecordType *type;
  char               *prompt;
  char               *none;
  gboolean            can_be_none;
  TlProject          *project;
  TlRecord           *record;
  GSignalGroup       *project_signals;

  GtkWidget          *button;
  GtkWidget          *label;
  GtkWidget          *picker; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (TlRecordButton, tl_record_button, GTK_TYPE_WIDGET)

static guint chosen_signal;

static TlRecord *
get_live_record (TlRecordButton *self)
{
  return self->record != NULL && self->project != NULL && tl_record_get_project (self->record) == self->project
         ? self->record : NULL;
}

static void
update (TlRecordButton *self)
{
  TlRecord *record = get_live_record (self);
  g_autofree char *title = record != NULL ? tl_edit_create_title (record) : g_strdup (self->none);
  g_autofree char *spoken = g_strdup_printf ("%s %s", self->prompt != NULL ? self->prompt : "", title);

  gtk_label_set_label (GTK_LABEL (self->label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_sensitive (self->button, self->project != NULL);
}

static void
picked_cb (TlRecordButton *self,
           const char     *id)
{
  tl_record_button_set_record (self, tl_project_lookup (self->project, id));
  g_signal_emit (self, chosen_signal, 0);
}

static void
clicked_cb (TlRecordButton *self)
{
  TlRecord *record = get_live_record (self);

  if (self->project == NULL)
    return;
  if (self->picker == NULL)
    {
      self->picker = tl_record_picker_new (self->project, self->type, self->prompt, NULL, NULL, NULL);
      if (self->can_be_none)
        tl_record_picker_set_none (TL_PICKER (self->picker), self->none);
      g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
    }
  tl_record_picker_open (TL_PICKER (self->picker), GTK_WIDGET (self), self->button,
                         record != NULL ? tl_record_get_id (record) : NULL);
}

/* It stays below the button, so it is allocated with it. */
static void
tl_record_button_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TlRecordButton *self = TL_RECORD_BUTTON (widget);

  gtk_widget_size_allocate (self->button, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (self->picker != NULL)
    gtk_popover_present (GTK_POPOVER (self->picker));
}

static void
tl_record_button_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (TL_RECORD_BUTTON (widget)->button, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
tl_record_button_dispose (GObject *object)
{
  TlRecordButton *self = TL_RECORD_BUTTON (object);

  g_signal_group_set_target (self->project_signals, NULL);
  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (tl_record_button_parent_class)->dispose (object);
}

static void
tl_record_button_finalize (GObject *object)
{
  TlRecordButton *self = TL_RECORD_BUTTON (object);

  g_object_unref (self->project_signals);
  g_free (self->prompt);
  g_free (self->none);

  G_OBJECT_CLASS (tl_record_button_parent_class)->finalize (object);
}

static void
tl_record_button_class_init (TlRecordButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_record_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_record_button_finalize;
  chosen_signal = g_signal_new ("chosen", TL_TYPE_RECORD_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  widget_class->measure = tl_record_button_measure;
  widget_class->size_allocate = tl_record_button_size_allocate;
}

static void
tl_record_button_init (TlRecordButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (update), self);

  self->button = gtk_button_new ();
  self->label = tl_label_new_narrow (NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 32);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

void
tl_record_button_setup (TlRecordButton     *self,
                        const TlRecordType *type,
                        const char         *prompt,
                        const char         *none,
                        gboolean            can_be_none)
{
  g_return_if_fail (TL_IS_RECORD_BUTTON (self));

  self->type = type;
  self->prompt = g_strdup (prompt);
  self->none = g_strdup (none);
  self->can_be_none = can_be_none;
  update (self);
}

void
tl_record_button_set_project (TlRecordButton *self,
                              TlProject      *project)
{
  g_return_if_fail (TL_IS_RECORD_BUTTON (self));

  if (g_set_object (&self->project, project))
    g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_signal_group_set_target (self->project_signals, project);
  update (self);
}

TlRecord *
tl_record_button_get_record (TlRecordButton *self)
{
  g_return_val_if_fail (TL_IS_RECORD_BUTTON (self), NULL);

  return get_live_record (self);
}

void
tl_record_button_set_record (TlRecordButton *self,
                             TlRecord       *record)
{
  g_return_if_fail (TL_IS_RECORD_BUTTON (self));

  if (g_set_object (&self->record, record))
    update (self);
}
