/* tl-fact-entry.c: a row that edits a line of text, a number or a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fact-row.h"

#include "base/tl-date.h"
#include "ui/tl-link-button.h"
#include "ui/tl-owner-button.h"
#include "ui/tl-refusal.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#define TL_TYPE_FACT_ENTRY (tl_fact_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlFactEntry, tl_fact_entry, TL, FACT_ENTRY, AdwPreferencesRow)

/* Not an AdwEntryRow, which has no place for the reason why a text is refused. */
struct _TlFactEntry
{
  AdwPreferencesRow  parent_instance;

  TlFact            *fact;
  GtkWidget         *calendar; /* of dates */
  gboolean           updating; /* the text changes, but nobody has typed it */

  GtkLabel          *title;
  GtkText           *text;
  GtkLabel          *message;
  GtkBox            *suffixes;
};

G_DEFINE_FINAL_TYPE (TlFactEntry, tl_fact_entry, ADW_TYPE_PREFERENCES_ROW)

/* Numbers and days in the words of the user {{{1 */

static char
get_decimal_point (void)
{
  const char *point = localeconv ()->decimal_point;

  return point != NULL && point[0] != '\0' && point[1] == '\0' ? point[0] : '.';
}

#define MAX_DIGITS 18 /* that an integer can hold */

/* "210000.50" → "210.000,50", with what parts thousands where the user is; what looks otherwise stays so. */
static char *
dup_grouped (const char *value)
{
  gsize n = strspn (value, "0123456789");
  g_autofree char *whole = NULL;
  char *shown;

  if (n == 0 || n > MAX_DIGITS || (value[0] == '0' && n > 1) || strspn (value + n, ".0123456789") != strlen (value + n))
    return g_strdup (value);
  whole = g_strdup_printf ("%'" G_GUINT64_FORMAT, g_ascii_strtoull (value, NULL, 10));
  shown = g_strconcat (whole, value + n, NULL);
  g_strdelimit (shown + strlen (whole), ".", get_decimal_point ());
  return shown;
}

static char *
dup_shown (TlFactEntry *self)
{
  const char *value = tl_fact_get (self->fact);

  if (value == NULL)
    return g_strdup ("");
  switch (tl_fact_get_field (self->fact)->kind)
    {
    case TL_FIELD_DATE:
      return tl_date_format (value);
    case TL_FIELD_NUMBER:
      return dup_grouped (value);
    default:
      return g_strdup (value);
    }
}

#define ARABIC_POINT     0x066b
#define ARABIC_SEPARATOR 0x066c

/* "210 000,50" → "210000.50", whatever script its digits are of. Without a comma as decimal point, what looks like
 * one parts thousands. */
static char *
dup_number (const char *text)
{
  char point = get_decimal_point ();
  GString *number = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == (gunichar) point || c == ARABIC_POINT || (c == '.' && point != ','))
        g_string_append_c (number, '.');
      else if (g_unichar_isdigit (c))
        g_string_append_c (number, (char) ('0' + g_unichar_digit_value (c)));
      else if (c != ',' && c != ARABIC_SEPARATOR && c != '.' && c != '\'' && c != 0x2019 && !g_unichar_isspace (c))
        g_string_append_unichar (number, c);
    }
  return g_string_free (number, FALSE);
}

/* Where it is no day, the text: so it is refused, or stays what a file has. */
static char *
dup_day (TlFactEntry *self,
         const char  *text)
{
  g_autofree char *shown = dup_shown (self);
  char *day = g_str_equal (text, shown) ? g_strdup (tl_fact_get (self->fact)) : tl_date_parse (text);

  return day != NULL ? day : g_strdup (text);
}

static char *
dup_entered (TlFactEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
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
  else if (field->kind == TL_FIELD_DATE)
    {
      char *day = dup_day (self, trimmed);

      g_free (trimmed);
      trimmed = day;
    }
  return trimmed;
}

/* Value and text {{{1 */

static void
show_message (TlFactEntry *self,
              const char  *message)
{
  tl_refusal_show (GTK_WIDGET (self), GTK_WIDGET (self->text), self->message, message);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), message);
}

static gboolean
means_value (TlFactEntry *self)
{
  g_autofree char *entered = dup_entered (self);
  const char *value = tl_fact_get (self->fact);

  return g_strcmp0 (entered, value != NULL ? value : "") == 0;
}

static void
show_value (TlFactEntry *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->text);
  g_autofree char *shown = dup_shown (self);
  int position = gtk_editable_get_position (editable);

  self->updating = TRUE;
  gtk_editable_set_text (editable, shown);
  gtk_editable_set_position (editable, MIN (position, (int) g_utf8_strlen (shown, -1)));
  self->updating = FALSE;
}

/* What is being typed stays as it is typed while it means the value. */
static void
update (TlFactEntry *self)
{
  if (!means_value (self))
    show_value (self);
  show_message (self, NULL);
}

/* A day or a number may be written in many ways: what was understood is shown when it is whole. */
static void
close_fact (TlFactEntry *self)
{
  TlFieldKind kind = tl_fact_get_field (self->fact)->kind;

  if ((kind == TL_FIELD_DATE || kind == TL_FIELD_NUMBER) && means_value (self))
    show_value (self);
  tl_fact_close (self->fact);
}

/* In a file days are written by ISO only, and so says the reason. Here users learn what they see elsewhere. */
static char *
dup_reason (TlFactEntry  *self,
            const GError *error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *example = tl_date_format ("2026-11-01");

  if (tl_fact_get_field (self->fact)->kind != TL_FIELD_DATE || *text == '\0')
    return g_strdup (error->message);
  /* Translators: %1$s is what was typed, %2$s is a date as it may be written: “1 Nov 2026” */
  return g_strdup_printf (_("“%1$s” is not a date such as %2$s or 2026-11-01."), text, example);
}

static void
text_changed_cb (TlFactEntry *self)
{
  g_autofree char *entered = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || self->fact == NULL)
    return;

  entered = dup_entered (self);
  if (!tl_fact_set (self->fact, entered, &error))
    reason = dup_reason (self, error);
  show_message (self, reason);
}

static void
text_activate_cb (TlFactEntry *self)
{
  close_fact (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
focus_enter_cb (TlFactEntry *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
}

/* A refused text stays where it is, with the reason, until it is mended. */
static void
focus_leave_cb (TlFactEntry *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
  if (self->fact != NULL)
    close_fact (self);
}

static void
pressed_cb (TlFactEntry *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self->text)))
    gtk_text_grab_focus_without_selecting (self->text);
}

/* Dates {{{1 */

static void
add_suffix (TlFactEntry *self,
            GtkWidget   *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (suffix, "flat");
  gtk_box_append (self->suffixes, suffix);
}

static void
day_selected_cb (TlFactEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *text = tl_date_format (day);

  if (!self->updating)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->text), text);
      tl_fact_close (self->fact);
    }
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

/* The toolkit's own buttons have pictures, and no names: two about the month, then two about the year. */
static void
name_buttons (GtkWidget *widget,
              guint     *n_named)
{
  static const char *const names[] = { N_("Month Before"), N_("Month After"), N_("Year Before"), N_("Year After") };

  if (GTK_IS_BUTTON (widget) && *n_named < G_N_ELEMENTS (names))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _(names[(*n_named)++]), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_buttons (child, n_named);
}

static void
add_calendar (TlFactEntry *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  guint n_named = 0;

  self->calendar = gtk_calendar_new ();
  name_buttons (self->calendar, &n_named);
  gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a Day"), -1);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), self,
                           G_CONNECT_SWAPPED);
  add_suffix (self, button);
}

/* Object {{{1 */

/* The text, then what helps to fill it. By their places, as GTK goes, the text
 * would come last: it is in the lower half of the row. */
static gboolean
move_by_tab (TlFactEntry      *self,
             GtkDirectionType  direction)
{
  GtkWidget *text = GTK_WIDGET (self->text);
  GtkWidget *suffixes = GTK_WIDGET (self->suffixes);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (text));
  gboolean at_suffixes = focus != NULL && gtk_widget_is_ancestor (focus, suffixes);
  gboolean at_text = focus == text;

  if (direction == GTK_DIR_TAB_FORWARD)
    return (!at_text && !at_suffixes && gtk_widget_child_focus (text, direction))
           || gtk_widget_child_focus (suffixes, direction);

  return !at_text
         && (gtk_widget_child_focus (suffixes, direction) || gtk_widget_child_focus (text, direction));
}

static gboolean
tl_fact_entry_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return move_by_tab (TL_FACT_ENTRY (widget), direction);

  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
tl_fact_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_FACT_ENTRY (widget)->text));
}

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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_fact_entry_dispose;
  widget_class->focus = tl_fact_entry_focus;
  widget_class->grab_focus = tl_fact_entry_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-fact-entry.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlFactEntry, title);
  gtk_widget_class_bind_template_child (widget_class, TlFactEntry, text);
  gtk_widget_class_bind_template_child (widget_class, TlFactEntry, message);
  gtk_widget_class_bind_template_child (widget_class, TlFactEntry, suffixes);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
tl_fact_entry_init (TlFactEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (GTK_EDITABLE (self->text));
}

static void
add_suffixes (TlFactEntry *self)
{
  const TlField *field = tl_fact_get_field (self->fact);

  if (field->kind == TL_FIELD_DATE)
    add_calendar (self);
  if (strcmp (field->name, "owner") == 0)
    add_suffix (self, tl_owner_button_new (self->fact));
  if (strcmp (field->name, "link") == 0)
    {
      gtk_text_set_input_purpose (self->text, GTK_INPUT_PURPOSE_URL);
      add_suffix (self, tl_link_button_new (self->fact));
    }
}

GtkWidget *
tl_fact_entry_new (TlFact     *fact,
                   const char *title)
{
  TlFactEntry *self = g_object_new (TL_TYPE_FACT_ENTRY, "title", title, NULL);
  const TlField *field = tl_fact_get_field (fact);

  gtk_label_set_label (self->title, title);
  gtk_editable_set_editable (GTK_EDITABLE (self->text),
                             field->kind != TL_FIELD_ID && field->kind != TL_FIELD_EDITION);
  if (field->kind == TL_FIELD_NUMBER || field->kind == TL_FIELD_INTEGER)
    gtk_text_set_input_purpose (self->text, GTK_INPUT_PURPOSE_NUMBER);

  self->fact = fact;
  add_suffixes (self);
  update (self);
  g_signal_connect_object (fact, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
