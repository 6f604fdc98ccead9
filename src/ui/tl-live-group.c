/* tl-live-group.c: a group of rows that follows the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-live-group.h"

#include "project/tl-integration.h"
#include "project/tl-mastery.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

struct _TlLiveGroup
{
  AdwPreferencesGroup  parent_instance;

  TlSession           *session;
  const TlConcept     *concept; /* what it is about, or this: */
  TlRecord            *record;
  GCallback            fill;    /* as of either */
  TlLiveGroupConcern   concern;
  gboolean             is_filled;
  GPtrArray           *rows; /* borrowed; the group holds them */
  GtkWidget           *suffix; /* box with badge and button, or NULL */
  GtkWidget           *badge;
  GtkWidget           *button;
};

G_DEFINE_FINAL_TYPE (TlLiveGroup, tl_live_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static int
find_focused_row (TlLiveGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (has_focus (g_ptr_array_index (self->rows, i)))
      return (int) i;
  return -1;
}

static void
restore_focus (TlLiveGroup *self,
               int          position)
{
  if (self->rows->len > 0)
    gtk_widget_child_focus (g_ptr_array_index (self->rows,
                                               MIN ((guint) position, self->rows->len - 1)),
                            GTK_DIR_TAB_FORWARD);
  else if (self->button != NULL)
    gtk_widget_grab_focus (self->button);
}

static void
make_rows (TlLiveGroup *self)
{
  if (self->concept != NULL)
    ((TlLiveGroupConceptFill) self->fill) (self, self->concept);
  else if (tl_record_get_project (self->record) != NULL)
    ((TlLiveGroupRecordFill) self->fill) (self, self->record);
}

void
tl_live_group_refill (TlLiveGroup *self)
{
  int focused;

  g_return_if_fail (TL_IS_LIVE_GROUP (self));

  focused = find_focused_row (self);
  self->is_filled = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  make_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0 || self->button != NULL);
  if (focused >= 0)
    restore_focus (self, focused);
}

static void
project_changed_cb (TlLiveGroup *self,
                    GPtrArray   *changes)
{
  /* On its way out: what it is about may be gone already. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) == NULL)
    return;

  for (guint i = 0; i < changes->len; i++)
    if (self->concern (self, g_ptr_array_index (changes, i)))
      {
        tl_live_group_refill (self);
        return;
      }
}

gboolean
tl_live_group_concerns_landscape (TlLiveGroup    *self,
                                  const TlChange *change)
{
  return TL_IS_TOOL (change->record)
         || TL_IS_SUPPORT (change->record)
         || TL_IS_MASTERY (change->record)
         || TL_IS_INTEGRATION (change->record);
}

/* Rows are made when the group comes into a window, which need not be when the others do. */
static void
tl_live_group_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_live_group_parent_class)->root (widget);
  if (!TL_LIVE_GROUP (widget)->is_filled)
    tl_live_group_refill (TL_LIVE_GROUP (widget));
}

static void
tl_live_group_dispose (GObject *object)
{
  TlLiveGroup *self = TL_LIVE_GROUP (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->session);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_live_group_parent_class)->dispose (object);
}

static void
tl_live_group_finalize (GObject *object)
{
  TlLiveGroup *self = TL_LIVE_GROUP (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tl_live_group_parent_class)->finalize (object);
}

static void
tl_live_group_class_init (TlLiveGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_live_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_live_group_finalize;
  GTK_WIDGET_CLASS (klass)->root = tl_live_group_root;
}

static void
tl_live_group_init (TlLiveGroup *self)
{
  self->rows = g_ptr_array_new ();
}

static TlLiveGroup *
create_group (TlSession          *session,
              const char         *title,
              GCallback           fill,
              TlLiveGroupConcern  concern)
{
  TlLiveGroup *self = g_object_new (TL_TYPE_LIVE_GROUP, NULL);

  if (title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), escaped);
    }
  self->session = g_object_ref (session);
  self->fill = fill;
  self->concern = concern;
  if (concern != NULL && tl_session_get_project (session) != NULL)
    g_signal_connect_object (tl_session_get_project (session), "changed",
                             G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

GtkWidget *
tl_live_group_new_for_concept (TlSession              *session,
                               const char             *title,
                               const TlConcept        *concept,
                               TlLiveGroupConceptFill  fill,
                               TlLiveGroupConcern      concern)
{
  TlLiveGroup *self = create_group (session, title, G_CALLBACK (fill), concern);

  self->concept = concept;
  return GTK_WIDGET (self);
}

GtkWidget *
tl_live_group_new_for_record (TlSession             *session,
                              const char            *title,
                              TlRecord              *record,
                              TlLiveGroupRecordFill  fill,
                              TlLiveGroupConcern     concern)
{
  TlLiveGroup *self = create_group (session, title, G_CALLBACK (fill), concern);

  self->record = g_object_ref (record);
  return GTK_WIDGET (self);
}

TlSession *
tl_live_group_get_session (TlLiveGroup *self)
{
  g_return_val_if_fail (TL_IS_LIVE_GROUP (self), NULL);

  return self->session;
}

const TlConcept *
tl_live_group_get_concept (TlLiveGroup *self)
{
  g_return_val_if_fail (TL_IS_LIVE_GROUP (self), NULL);

  return self->concept;
}

TlRecord *
tl_live_group_get_record (TlLiveGroup *self)
{
  g_return_val_if_fail (TL_IS_LIVE_GROUP (self), NULL);

  return self->record;
}

void
tl_live_group_add_row (TlLiveGroup *self,
                       GtkWidget   *row)
{
  g_return_if_fail (TL_IS_LIVE_GROUP (self));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

#define LONG_WORD 16 /* letters */

static gboolean
has_long_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " -/", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > LONG_WORD)
      return TRUE;
  return FALSE;
}

/* The title of a row is broken anywhere when its value leaves no room, "ServiceNo-w": rather let the
 * value give way. */
static void
keep_words (GtkWidget  *widget,
            const char *title)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title") && !has_long_word (title))
    gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    keep_words (child, title);
}

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  /* The subtitle follows use-markup only in newer versions. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), TRUE);
  if (escaped != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  if (title != NULL)
    {
      g_autofree char *escaped_title = g_markup_escape_text (title, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
      keep_words (row, title);
    }
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

GtkWidget *
tl_live_group_add_text (TlLiveGroup *self,
                        const char  *title,
                        const char  *subtitle)
{
  GtkWidget *row = create_row (title, subtitle);

  tl_live_group_add_row (self, row);
  return row;
}

static void
link_activated_cb (TlLiveGroup *self,
                   GtkWidget   *row)
{
  /* The group may go with what is revealed. */
  g_autoptr (TlSession) session = g_object_ref (self->session);
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (row), "tl-key"));
  const TlEdition *edition = g_object_get_data (G_OBJECT (row), "tl-edition");
  const TlConcept *concept = edition != NULL ? tl_edition_lookup_key (edition, key) : NULL;

  if (concept != NULL)
    tl_session_reveal_concept (session, concept);
  else
    tl_session_reveal (session, key);
}

/* Wide enough to be read, and no wider than leaves room for the title. */
GtkWidget *
tl_row_value_new (const char *value)
{
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) g_utf8_strlen (value, -1) * 4 / 5, 9));
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_tooltip_text (label, value);
  return label;
}

GtkWidget *
tl_live_group_add_link (TlLiveGroup     *self,
                        const char      *title,
                        const char      *subtitle,
                        const char      *value,
                        const char      *key,
                        const TlEdition *edition)
{
  GtkWidget *row = create_row (title, subtitle);

  if (value != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_row_value_new (value));
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "tl-key", g_strdup (key), g_free);
  g_object_set_data (G_OBJECT (row), "tl-edition", (gpointer) edition);
  g_signal_connect_object (row, "activated", G_CALLBACK (link_activated_cb), self,
                           G_CONNECT_SWAPPED);
  tl_live_group_add_row (self, row);
  return row;
}

static GtkBox *
ensure_suffix (TlLiveGroup *self)
{
  if (self->suffix == NULL)
    {
      self->suffix = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->suffix);
    }
  return GTK_BOX (self->suffix);
}

static void
set_button (TlLiveGroup *self,
            GtkWidget   *button)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (ensure_suffix (self), button);
  self->button = button;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tl_live_group_add_button (TlLiveGroup *self,
                          const char  *icon_name,
                          const char  *tooltip,
                          GCallback    clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  g_return_val_if_fail (TL_IS_LIVE_GROUP (self), NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  set_button (self, button);
  return button;
}

GtkWidget *
tl_live_group_add_chooser (TlLiveGroup *self,
                           const char  *icon_name,
                           const char  *tooltip,
                           GtkWidget   *popover)
{
  GtkWidget *button = gtk_menu_button_new ();

  g_return_val_if_fail (TL_IS_LIVE_GROUP (self), NULL);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon_name);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  set_button (self, button);
  return button;
}

void
tl_live_group_set_badge (TlLiveGroup *self,
                         const char  *text)
{
  g_return_if_fail (TL_IS_LIVE_GROUP (self));

  if (self->badge == NULL && text != NULL)
    {
      self->badge = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->badge, "badge");
      gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
      gtk_label_set_ellipsize (GTK_LABEL (self->badge), PANGO_ELLIPSIZE_END);
      gtk_box_prepend (ensure_suffix (self), self->badge);
    }
  if (self->badge == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->badge), text != NULL ? text : "");
  gtk_label_set_width_chars (GTK_LABEL (self->badge), text != NULL ? MIN ((int) g_utf8_strlen (text, -1) * 4 / 5, 16) : -1);
  gtk_widget_set_tooltip_text (self->badge, text);
  gtk_widget_set_visible (self->badge, text != NULL);
}

GtkWidget *
tl_row_add_button (GtkWidget  *row,
                   const char *icon_name,
                   const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}
