/* tl-rename-entry.c: an entry over what it names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-rename-entry.h"

#include "ui/tl-focus.h"
#include "ui/tl-text-side.h"

#define MIN_WIDTH 140

struct _TlRenameEntry
{
  GtkWidget  parent_instance;

  GtkWidget *entry;
  gboolean   active;
};

G_DEFINE_FINAL_TYPE (TlRenameEntry, tl_rename_entry, GTK_TYPE_WIDGET)

enum
{
  RENAMED,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Not active any more before the focus leaves: that takes the name. */
static gboolean
end (TlRenameEntry *self)
{
  if (!self->active)
    return FALSE;
  self->active = FALSE;
  return TRUE;
}

static void
take (TlRenameEntry *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (!end (self))
    return;
  g_object_ref (self);
  g_signal_emit (self, signals[RENAMED], 0, g_strstrip (name));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_object_unref (self);
}

static void
leave_cb (TlRenameEntry *self)
{
  if (tl_focus_has_left (GTK_WIDGET (self)))
    take (self);
}

static gboolean
key_cb (TlRenameEntry   *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || !end (self))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[CANCELLED], 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GDK_EVENT_STOP;
}

static void
tl_rename_entry_dispose (GObject *object)
{
  TlRenameEntry *self = TL_RENAME_ENTRY (object);

  self->active = FALSE;
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_rename_entry_parent_class)->dispose (object);
}

static void
tl_rename_entry_class_init (TlRenameEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_rename_entry_dispose;

  signals[RENAMED] = g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tl_rename_entry_init (TlRenameEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  tl_text_side_keep (GTK_EDITABLE (self->entry));
  gtk_widget_add_css_class (self->entry, "rename-entry");
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (take), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
tl_rename_entry_begin (TlRenameEntry      *self,
                       const GdkRectangle *area,
                       const char         *name,
                       const char         *label)
{
  g_return_if_fail (TL_IS_RENAME_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  tl_rename_entry_move (self, area);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  self->active = TRUE;
}

/* From where it is read: a long name goes on over the end of what it names. */
static int
get_start (TlRenameEntry      *self,
           const GdkRectangle *area)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return area->x;
  return gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self))) - area->x - area->width;
}

/* A margin cannot be negative: what is out of view at its start or above is named
 * at the border. */
void
tl_rename_entry_move (TlRenameEntry      *self,
                      const GdkRectangle *area)
{
  int height;

  g_return_if_fail (TL_IS_RENAME_ENTRY (self) && area != NULL);

  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self), MAX (area->width, MIN_WIDTH), -1);
  gtk_widget_set_margin_start (GTK_WIDGET (self), MAX (get_start (self, area), 0));
  gtk_widget_set_margin_top (GTK_WIDGET (self), MAX (area->y + (area->height - height) / 2, 0));
}

gboolean
tl_rename_entry_is_active (TlRenameEntry *self)
{
  g_return_val_if_fail (TL_IS_RENAME_ENTRY (self), FALSE);

  return self->active;
}
