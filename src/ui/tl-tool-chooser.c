/* tl-tool-chooser.c: which tools support a component or are system of record for a data object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-tool-chooser.h"

#include "project/tl-edit.h"
#include "project/tl-mastery.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

#include <glib/gi18n.h>

struct _TlToolChooser
{
  TlChecklist      parent_instance;

  TlSession       *session;
  TlProject       *project;
  const TlConcept *concept;
  char            *new_key; /* of the tool that was made last */
};

G_DEFINE_FINAL_TYPE (TlToolChooser, tl_tool_chooser, TL_TYPE_CHECKLIST)

static gboolean
is_component (TlToolChooser *self)
{
  return self->concept->kind == TL_CONCEPT_COMPONENT;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (tl_record_get_name (*(TlRecord *const *) a), tl_record_get_name (*(TlRecord *const *) b));
}

static void
tl_tool_chooser_fill (TlChecklist *checklist)
{
  TlToolChooser *self = TL_TOOL_CHOOSER (checklist);
  TlRecord *project = TL_RECORD (self->project);
  g_autoptr (GPtrArray) tools = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_get_n_items (project, TL_PROJECT_TOOLS); i++)
    g_ptr_array_add (tools, tl_record_get_child (project, TL_PROJECT_TOOLS, i));
  g_ptr_array_sort (tools, compare_names);

  for (guint i = 0; i < tools->len; i++)
    {
      TlTool *tool = g_ptr_array_index (tools, i);
      g_autofree char *title = tl_edit_create_title (TL_RECORD (tool));

      tl_checklist_add (checklist, tl_record_get_id (TL_RECORD (tool)), title, NULL,
                        is_component (self) ? tl_tool_supports (tool, self->concept->id)
                                            : tl_tool_masters (tool, self->concept->id));
    }
}

static void
tl_tool_chooser_toggle (TlChecklist *checklist,
                        const char  *key,
                        gboolean     active)
{
  TlToolChooser *self = TL_TOOL_CHOOSER (checklist);
  TlRecord *tool = tl_project_lookup (self->project, key);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (tool == NULL)
    return;
  done = is_component (self) ? tl_edit_set_supports (tool, self->concept->id, active, &error)
                             : tl_edit_set_masters (tool, self->concept->id, active, &error);
  if (!done)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* One that supports or masters the concept already, so that it is one step to undo. */
static TlRecord *
create_tool (TlToolChooser  *self,
             const char     *name,
             GError        **error)
{
  g_autoptr (TlRecord) tool = tl_record_new (&tl_tool_type);
  g_autoptr (TlRecord) link = NULL;

  link = tl_record_new (is_component (self) ? &tl_support_type : &tl_mastery_type);
  if (!tl_record_fill (tool, TL_TOOL_NAME, name, error)
      || !tl_record_fill (tool, TL_TOOL_STATE, "live", error)
      || !tl_record_fill (link, 0, self->concept->id, error)
      || !tl_record_adopt (tool, is_component (self) ? TL_TOOL_SUPPORTS : TL_TOOL_MASTERS,
                           g_steal_pointer (&link), error))
    return NULL;
  return g_steal_pointer (&tool);
}

/* The inspector shows the new tool, and so loses the group that this popover
 * belongs to: not before the window is done with closing it. */
static gboolean
select_cb (gpointer user_data)
{
  TlToolChooser *self = user_data;

  if (self->session != NULL)
    tl_session_set_selection (self->session, self->new_key);
  return G_SOURCE_REMOVE;
}

static void
new_clicked_cb (TlToolChooser *self)
{
  const char *filter = tl_checklist_get_filter (TL_CHECKLIST (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlRecord) tool = create_tool (self, *filter != '\0' ? filter : _("New Tool"), &error);

  if (tool == NULL
      || !tl_edit_add (TL_RECORD (self->project), TL_PROJECT_TOOLS, g_object_ref (tool), &error))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  g_free (self->new_key);
  self->new_key = tl_session_dup_record_key (tool);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, select_cb, g_object_ref (self), g_object_unref);
}

static void
tl_tool_chooser_dispose (GObject *object)
{
  TlToolChooser *self = TL_TOOL_CHOOSER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (tl_tool_chooser_parent_class)->dispose (object);
}

static void
tl_tool_chooser_finalize (GObject *object)
{
  g_free (TL_TOOL_CHOOSER (object)->new_key);

  G_OBJECT_CLASS (tl_tool_chooser_parent_class)->finalize (object);
}

static void
tl_tool_chooser_class_init (TlToolChooserClass *klass)
{
  TlChecklistClass *checklist_class = TL_CHECKLIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_tool_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_tool_chooser_finalize;
  checklist_class->fill = tl_tool_chooser_fill;
  checklist_class->toggle = tl_tool_chooser_toggle;
}

static void
tl_tool_chooser_init (TlToolChooser *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("New Tool"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (new_clicked_cb), self);
  tl_checklist_set_footer (TL_CHECKLIST (self), button);
}

GtkWidget *
tl_tool_chooser_new (TlSession       *session,
                     const TlConcept *concept)
{
  TlToolChooser *self;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);
  g_return_val_if_fail (tl_session_get_project (session) != NULL, NULL);

  self = g_object_new (TL_TYPE_TOOL_CHOOSER, NULL);
  self->session = g_object_ref (session);
  self->project = g_object_ref (tl_session_get_project (session));
  self->concept = concept;
  tl_checklist_set_project (TL_CHECKLIST (self), self->project);
  return GTK_WIDGET (self);
}
