/* tl-maturity-row.c: a row that says how mature something is, 0 to 5
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-maturity-row.h"

#include "ui/tl-own-name.h"
#include "ui/tl-style.h"
#include "ui/tl-swatch.h"

#include <glib/gi18n.h>

#define N_STEPS 6

/* From this text size on, the steps and what they are of do not fit beside each other. */
#define LARGE_TEXT 1.3

struct _TlMaturityRow
{
  AdwActionRow  parent_instance;

  TlFact       *fact;
  GtkWidget    *cells[N_STEPS];    /* buttons */
  GtkWidget    *swatches[N_STEPS]; /* in them */
  gboolean      updating;
};

G_DEFINE_FINAL_TYPE (TlMaturityRow, tl_maturity_row, ADW_TYPE_ACTION_ROW)

static const char *
get_step_label (int step)
{
  static const char *const labels[N_STEPS] = {
    NC_("maturity", "0 – absent"),
    NC_("maturity", "1 – initial"),
    NC_("maturity", "2 – repeatable"),
    NC_("maturity", "3 – defined"),
    NC_("maturity", "4 – managed"),
    NC_("maturity", "5 – optimising"),
  };

  return g_dpgettext2 (NULL, "maturity", labels[step]);
}

int
tl_maturity_row_get_value (TlMaturityRow *self)
{
  const char *value;

  g_return_val_if_fail (TL_IS_MATURITY_ROW (self), -1);

  value = self->fact != NULL ? tl_fact_get (self->fact) : NULL;
  return value != NULL && *value >= '0' && *value < '0' + N_STEPS ? *value - '0' : -1;
}

static int
get_heat (int value,
          int step)
{
  if (value < 0)
    return TL_SWATCH_MISSING;
  return step <= value ? step : TL_SWATCH_EMPTY;
}

static void
update (TlMaturityRow *self)
{
  int value = tl_maturity_row_get_value (self);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  const char *said = value >= 0 ? get_step_label (value) : _("not assessed");
  g_autofree char *name = g_strdup_printf ("%s: %s", title, said);

  self->updating = TRUE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), value >= 0 ? "" : _("Not assessed"));
  for (int i = 0; i < N_STEPS; i++)
    {
      /* One stop for Tab; the arrows go on from there. */
      gtk_widget_set_focusable (self->cells[i], i == MAX (value, 0));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cells[i]), i == value);
      tl_swatch_set_heat (TL_SWATCH (self->swatches[i]), get_heat (value, i));
    }
  self->updating = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choose (TlMaturityRow *self,
        int            value)
{
  g_autofree char *text = value >= 0 ? g_strdup_printf ("%d", value) : NULL;
  g_autoptr (GError) error = NULL;

  if (!tl_fact_set (self->fact, text, &error))
    gtk_widget_error_bell (GTK_WIDGET (self));
  tl_fact_close (self->fact);
  update (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (self->cells[MAX (value, 0)]);
}

static void
toggled_cb (TlMaturityRow *self,
            GtkWidget     *cell)
{
  if (self->updating)
    return;
  for (int i = 0; i < N_STEPS; i++)
    if (self->cells[i] == cell)
      {
        choose (self, i == tl_maturity_row_get_value (self) ? -1 : i);
        return;
      }
}

static void
step (TlMaturityRow *self,
      int            by)
{
  int value = tl_maturity_row_get_value (self) + by;

  if (value < 0 || value >= N_STEPS)
    return;
  choose (self, value);
}

static gboolean
key_pressed_cb (TlMaturityRow   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  guint32 c = gdk_keyval_to_unicode (keyval);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (c >= '0' && c < '0' + N_STEPS)
    choose (self, c - '0');
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    choose (self, -1);
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    step (self, forward);
  else if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    step (self, -forward);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
tl_maturity_row_grab_focus (GtkWidget *widget)
{
  TlMaturityRow *self = TL_MATURITY_ROW (widget);

  return gtk_widget_grab_focus (self->cells[MAX (tl_maturity_row_get_value (self), 0)]);
}

static void
tl_maturity_row_dispose (GObject *object)
{
  TlMaturityRow *self = TL_MATURITY_ROW (object);

  self->updating = TRUE;
  g_clear_object (&self->fact);

  G_OBJECT_CLASS (tl_maturity_row_parent_class)->dispose (object);
}

static void
tl_maturity_row_class_init (TlMaturityRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_maturity_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_maturity_row_grab_focus;
}

static void
add_cell (TlMaturityRow *self,
          GtkWidget     *box,
          int            i)
{
  g_autofree char *digit = g_strdup_printf ("%d", i);
  GtkWidget *cell = gtk_toggle_button_new ();

  self->swatches[i] = tl_swatch_new (-1, digit);
  self->cells[i] = cell;
  gtk_button_set_child (GTK_BUTTON (cell), self->swatches[i]);
  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "maturity-cell");
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (cell, get_step_label (i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, get_step_label (i), -1);
  g_signal_connect_object (cell, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), cell);
}

/* A row of this kind has all it shows in one box. */
static void
arrange (TlMaturityRow *self)
{
  GtkWidget *header = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  gboolean is_large = tl_style_get_text_scale () >= LARGE_TEXT;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (header),
                                  is_large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (is_large)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large-text");
}

static void
tl_maturity_row_init (TlMaturityRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "maturity-row");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  for (int i = 0; i < N_STEPS; i++)
    add_cell (self, box, i);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (box, keys);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  tl_own_name_keep (self);
  arrange (self);
  tl_style_connect (G_OBJECT (self), G_CALLBACK (arrange));
}

GtkWidget *
tl_maturity_row_new (TlFact     *fact,
                     const char *title)
{
  TlMaturityRow *self = g_object_new (TL_TYPE_MATURITY_ROW,
                                      "title", title,
                                      "activatable", FALSE,
                                      NULL);

  self->fact = fact;
  update (self);
  g_signal_connect_object (fact, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
