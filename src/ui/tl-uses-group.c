/* tl-uses-group.c: where else in the library a thing of a project is used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-uses-group.h"

#include "base/tl-language.h"
#include "library/tl-across.h"
#include "library/tl-library.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"
#include "ui/tl-application.h"

#include <glib/gi18n.h>

#define MAX_USES 100

/* What is asked about a record. */
typedef struct
{
  GType      (*get_type) (void);
  guint        field;
  TlAcrossBy   by;
} Question;

static const Question questions[] = {
  { tl_tool_get_type, TL_TOOL_NAME, TL_ACROSS_TOOL },
  { tl_tool_get_type, TL_TOOL_VENDOR, TL_ACROSS_VENDOR },
  { tl_tool_get_type, TL_TOOL_OWNER, TL_ACROSS_OWNER },
  { tl_service_get_type, TL_SERVICE_NAME, TL_ACROSS_SERVICE },
  { tl_service_get_type, TL_SERVICE_OWNER, TL_ACROSS_OWNER },
};

struct _TlUsesGroup
{
  AdwPreferencesGroup  parent_instance;

  TlRecord            *record;
  GCancellable        *cancellable; /* of the questions asked last */
  GtkWidget           *rows[G_N_ELEMENTS (questions)]; /* AdwExpanderRow, or NULL */
};

G_DEFINE_FINAL_TYPE (TlUsesGroup, tl_uses_group, ADW_TYPE_PREFERENCES_GROUP)

/* Asking {{{1 */

/* What the library is asked, in a thread of its own. */
typedef struct
{
  TlAcrossBy  by;
  char       *name;
} Name;

static Name *
name_new (TlAcrossBy  by,
          const char *text)
{
  Name *self = g_new0 (Name, 1);

  self->by = by;
  self->name = g_strdup (text);
  return self;
}

static void
name_free (gpointer data)
{
  Name *self = data;

  g_free (self->name);
  g_free (self);
}

static gpointer
list_uses (TlIndex       *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Name *name = data;

  return tl_across_list_uses (reader, name->by, name->name, MAX_USES, cancellable, error);
}

static guint
count_projects (GPtrArray *hits)
{
  g_autoptr (GHashTable) uris = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < hits->len; i++)
    g_hash_table_add (uris, tl_library_hit_get_facts (hits->pdata[i])->uri);
  return g_hash_table_size (uris);
}

static void
open_cb (TlLibraryHit *hit)
{
  const TlLibraryHitFacts *facts = tl_library_hit_get_facts (hit);
  g_autoptr (GFile) file = g_file_new_for_uri (facts->uri);
  GApplication *application = g_application_get_default ();

  if (TL_IS_APPLICATION (application))
    tl_application_open_file_at (TL_APPLICATION (application), file, facts->key);
}

static GtkWidget *
create_use (TlLibraryHit *hit)
{
  const TlLibraryHitFacts *facts = tl_library_hit_get_facts (hit);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *title = g_markup_escape_text (facts->project_name, -1);
  g_autofree char *name = tl_language_isolate (facts->name);
  g_autofree char *what = g_strdup_printf ("%s · %s", name, facts->kind);
  g_autofree char *subtitle = g_markup_escape_text (what, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), hit, G_CONNECT_SWAPPED);
  return row;
}

static void
update_visible (TlUsesGroup *self)
{
  gboolean visible = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    visible = visible || self->rows[i] != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
}

static char *
format_title (TlAcrossBy by,
              guint      n)
{
  switch (by)
    {
    case TL_ACROSS_VENDOR:
      return g_strdup_printf (ngettext ("Vendor in %'u project", "Vendor in %'u projects", n), n);
    case TL_ACROSS_OWNER:
      return g_strdup_printf (ngettext ("Owner in %'u project", "Owner in %'u projects", n), n);
    case TL_ACROSS_SERVICE:
      return g_strdup_printf (ngettext ("Service of %'u project", "Service of %'u projects", n), n);
    case TL_ACROSS_TOOL:
    default:
      return g_strdup_printf (ngettext ("Used in %'u project", "Used in %'u projects", n), n);
    }
}

static void
show_uses (TlUsesGroup *self,
           guint        number,
           GPtrArray   *hits) /* nullable */
{
  guint n = hits != NULL ? count_projects (hits) : 0;
  const char *name = tl_record_get (self->record, questions[number].field);
  g_autofree char *escaped = g_markup_escape_text (name != NULL ? name : "", -1);
  g_autofree char *title = format_title (questions[number].by, n);
  GtkWidget *row;

  if (self->rows[number] != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows[number]);
  self->rows[number] = NULL;
  /* In one project is in this one. */
  if (n > 1)
    {
      row = adw_expander_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), escaped);
      for (guint i = 0; i < hits->len; i++)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_use (hits->pdata[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      self->rows[number] = row;
    }
  update_visible (self);
}

/* Whose answer it is. */
typedef struct
{
  TlUsesGroup *group;
  guint        number;
} Inquiry;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Inquiry *inquiry = user_data;
  g_autoptr (TlUsesGroup) group = inquiry->group;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = tl_library_ask_finish (TL_LIBRARY (source), result, &error);

  if (group->record != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_uses (group, inquiry->number, hits);
}

static void
ask_one (TlUsesGroup *self,
         guint        number)
{
  const char *name = tl_record_get (self->record, questions[number].field);
  TlLibrary *library = tl_library_get_default ();
  Inquiry *inquiry;

  if (library == NULL || name == NULL)
    {
      show_uses (self, number, NULL);
      return;
    }
  inquiry = g_new0 (Inquiry, 1);
  inquiry->group = g_object_ref (self);
  inquiry->number = number;
  tl_library_ask_async (library, list_uses, name_new (questions[number].by, name), name_free,
                        (GDestroyNotify) g_ptr_array_unref, self->cancellable, answered_cb, inquiry);
}

static void
ask (TlUsesGroup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (G_OBJECT_TYPE (self->record) == questions[i].get_type ())
      ask_one (self, i);
}

/* Group {{{1 */

static void
tl_uses_group_dispose (GObject *object)
{
  TlUsesGroup *self = TL_USES_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_uses_group_parent_class)->dispose (object);
}

static void
tl_uses_group_finalize (GObject *object)
{
  g_object_unref (TL_USES_GROUP (object)->cancellable);

  G_OBJECT_CLASS (tl_uses_group_parent_class)->finalize (object);
}

static void
tl_uses_group_class_init (TlUsesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_uses_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_uses_group_finalize;
}

static void
tl_uses_group_init (TlUsesGroup *self)
{
  self->cancellable = g_cancellable_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("In the Library"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tl_uses_group_new (TlRecord *record)
{
  TlUsesGroup *self;

  g_return_val_if_fail (TL_IS_RECORD (record), NULL);

  if (tl_library_get_default () == NULL || !(TL_IS_TOOL (record) || TL_IS_SERVICE (record)))
    return NULL;
  self = g_object_new (TL_TYPE_USES_GROUP, NULL);
  self->record = g_object_ref (record);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (G_OBJECT_TYPE (record) == questions[i].get_type ())
      {
        const char *field = tl_record_get_record_type (record)->fields[questions[i].field].name;
        g_autofree char *signal = g_strconcat ("notify::", field, NULL);

        g_signal_connect_object (record, signal, G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
      }
  g_signal_connect_object (tl_library_get_default (), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return GTK_WIDGET (self);
}
