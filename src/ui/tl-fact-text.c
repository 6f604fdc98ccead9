/* tl-fact-text.c: a row that edits a long text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fact-row.h"

#include "ui/tl-refusal.h"
#include "ui/tl-ui-resource.h"

#include <string.h>

#define TL_TYPE_FACT_TEXT (tl_fact_text_get_type ())
G_DECLARE_FINAL_TYPE (TlFactText, tl_fact_text, TL, FACT_TEXT, AdwPreferencesRow)

struct _TlFactText
{
  AdwPreferencesRow  parent_instance;

  TlFact            *fact;
  gboolean           updating; /* the text changes, but nobody has typed it */
  guint              grow_id;

  GtkLabel          *title;
  GtkTextView       *view;
  GtkTextBuffer     *buffer;
  GtkLabel          *message;
};

G_DEFINE_FINAL_TYPE (TlFactText, tl_fact_text, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_text (TlFactText *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_message (TlFactText *self,
              const char     *message)
{
  tl_refusal_show (GTK_WIDGET (self), GTK_WIDGET (self->view), self->message, message);
}

static void
buffer_changed_cb (TlFactText *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || self->fact == NULL)
    return;

  text = dup_text (self);
  show_message (self, tl_fact_set (self->fact, text, &error) ? NULL : error->message);
}

static void
set_text (TlFactText *self,
          const char     *text)
{
  GtkTextIter iter;
  int offset;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  offset = gtk_text_iter_get_offset (&iter);

  self->updating = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->updating = FALSE;
}

static void
update (TlFactText *self)
{
  const char *value = tl_fact_get (self->fact);
  g_autofree char *shown = dup_text (self);

  if (value == NULL)
    value = "";
  if (strcmp (shown, value) != 0)
    set_text (self, value);
  show_message (self, NULL);
}

static gboolean
grow_cb (gpointer user_data)
{
  TlFactText *self = user_data;

  self->grow_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

/* How high a text is, a view knows when it has its width; that it needs more then than it was
 * given gets lost, as it is being allocated. */
static void
content_changed_cb (TlFactText    *self,
                    GtkAdjustment *down)
{
  double given = gtk_adjustment_get_page_size (down);

  if (self->grow_id == 0 && given > 0 && gtk_adjustment_get_upper (down) > given)
    self->grow_id = g_idle_add (grow_cb, self);
}

static void
focus_enter_cb (TlFactText *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
}

static void
focus_leave_cb (TlFactText *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
  if (self->fact != NULL)
    tl_fact_close (self->fact);
}

static gboolean
tl_fact_text_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
tl_fact_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_FACT_TEXT (widget)->view));
}

static void
tl_fact_text_dispose (GObject *object)
{
  TlFactText *self = TL_FACT_TEXT (object);

  self->updating = TRUE;
  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_object (&self->fact);

  G_OBJECT_CLASS (tl_fact_text_parent_class)->dispose (object);
}

static void
tl_fact_text_class_init (TlFactTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_fact_text_dispose;
  widget_class->focus = tl_fact_text_focus;
  widget_class->grab_focus = tl_fact_text_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-fact-text.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlFactText, title);
  gtk_widget_class_bind_template_child (widget_class, TlFactText, view);
  gtk_widget_class_bind_template_child (widget_class, TlFactText, buffer);
  gtk_widget_class_bind_template_child (widget_class, TlFactText, message);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
}

static void
tl_fact_text_init (TlFactText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "changed",
                           G_CALLBACK (content_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tl_fact_text_new (TlFact     *fact,
                  const char *title)
{
  TlFactText *self = g_object_new (TL_TYPE_FACT_TEXT, "title", title, NULL);

  gtk_label_set_label (self->title, title);
  self->fact = fact;
  update (self);
  g_signal_connect_object (fact, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
