/* tl-fact-entry.c: a row that edits a line of text, a number or a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fact-row.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#define TL_TYPE_FACT_ENTRY (tl_fact_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlFactEntry, tl_fact_entry, TL, FACT_ENTRY, AdwEntryRow)

struct _TlFactEntry
{
  AdwEntryRow  parent_instance;

  TlFact      *fact;
  GtkWidget   *calendar; /* of dates */
  gboolean     updating;
};

G_DEFINE_FINAL_TYPE (TlFactEntry, tl_fact_entry, ADW_TYPE_ENTRY_ROW)

/* Numbers in the words of the user {{{1 */

static char
get_decimal_point (void)
{
  const char *point = localeconv ()->decimal_point;

  return point != NULL && point[0] != '\0' && point[1] == '\0' ? point[0] : '.';
}

static char *
dup_shown (TlFactEntry *self)
{
  const char *value = tl_fact_get (self->fact);
  char *shown = g_strdup (value != NULL ? value : "");

  if (tl_fact_get_field (self->fact)->kind == TL_FIELD_NUMBER)
    g_strdelimit (shown, ".", get_decimal_point ());
  return shown;
}

/* "210 000,50" → "210000.50". Without a comma as decimal point, what looks like
 * one parts thousands. */
static char *
dup_number (const char *text)
{
  char point = get_decimal_point ();
  GString *number = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == (gunichar) point || (c == '.' && point != ','))
        g_string_append_c (number, '.');
      else if (c != ',' && c != '.' && c != '\'' && c != 0x2019 && !g_unichar_isspace (c))
        g_string_append_unichar (number, c);
    }
  return g_string_free (number, FALSE);
}

static char *
dup_entered (TlFactEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  const TlField *field = tl_fact_get_field (self->fact);
  char *trimmed;

  if (field->kind == TL_FIELD_TEXT)
    return g_strdup (text);
  trimmed = g_strstrip (g_strdup (text));
  if (field->kind == TL_FIELD_NUMBER || field->kind == TL_FIELD_INTEGER)
    {
      char *number = dup_number (trimmed);

      g_free (trimmed);
      trimmed = number;
    }
  return trimmed;
}

/* Value and text {{{1 */

static void
show_error (TlFactEntry *self,
            const char  *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
  if (message != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
show_value (TlFactEntry *self)
{
  g_autofree char *shown = dup_shown (self);

  self->updating = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), shown);
  self->updating = FALSE;
  show_error (self, NULL);
}

/* What is being typed stays as it is typed while it means the value. */
static void
update (TlFactEntry *self)
{
  g_autofree char *entered = dup_entered (self);
  const char *value = tl_fact_get (self->fact);

  if (g_strcmp0 (entered, value != NULL ? value : "") != 0)
    show_value (self);
}

static void
changed_cb (TlFactEntry *self)
{
  g_autofree char *entered = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;
  entered = dup_entered (self);
  if (tl_fact_get_field (self->fact)->required && *entered == '\0')
    show_error (self, _("This has to be filled in."));
  else if (tl_fact_set (self->fact, entered, &error))
    show_error (self, NULL);
  else
    show_error (self, error->message);
}

static void
leave_cb (TlFactEntry *self)
{
  if (self->fact == NULL)
    return;
  tl_fact_close (self->fact);
  show_value (self);
}

/* Dates {{{1 */

static void
day_selected_cb (TlFactEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  if (!self->updating)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
calendar_shown_cb (TlFactEntry *self)
{
  const char *value = tl_fact_get (self->fact);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = NULL;

  if (value != NULL && strlen (value) == 10)
    {
      g_autofree char *noon = g_strconcat (value, "T12:00:00", NULL);

      date = g_date_time_new_from_iso8601 (noon, zone);
    }
  if (date == NULL)
    return;
  self->updating = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  self->updating = FALSE;
}

static void
add_calendar (TlFactEntry *self,
              const char  *title)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = gtk_calendar_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a Day"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

/* Object {{{1 */

static void
tl_fact_entry_dispose (GObject *object)
{
  TlFactEntry *self = TL_FACT_ENTRY (object);

  self->updating = TRUE;
  g_clear_object (&self->fact);

  G_OBJECT_CLASS (tl_fact_entry_parent_class)->dispose (object);
}

static void
tl_fact_entry_class_init (TlFactEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_fact_entry_dispose;
}

static void
tl_fact_entry_init (TlFactEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* The project's history is the one for undo, also of what is typed here. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
tl_fact_entry_new (TlFact     *fact,
                   const char *title)
{
  TlFactEntry *self = g_object_new (TL_TYPE_FACT_ENTRY, "use-markup", FALSE, "title", title, NULL);
  const TlField *field = tl_fact_get_field (fact);

  self->fact = fact;
  if (field->kind == TL_FIELD_DATE)
    add_calendar (self, title);
  if (field->kind == TL_FIELD_NUMBER || field->kind == TL_FIELD_INTEGER)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_NUMBER);
  show_value (self);
  g_signal_connect_object (fact, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
