/* tl-command-source.c: finds what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-command-source.h"

#include "store/tl-template.h"
#include "ui/tl-command.h"
#include "ui/tl-fit.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TlCommandSource
{
  GObject        parent_instance;

  GHashTable    *groups; /* of GWeakRef, by prefix: a window is a group, and holds the source */
  TlCommandKeys  keys;
};

static void tl_command_source_source_init (TlFoundSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlCommandSource, tl_command_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_FOUND_SOURCE, tl_command_source_source_init))

/* Whether it can be used {{{1 */

/* Where it is already, there is nothing to do; and a switch says how it stands. */
static gboolean
is_of_use (const TlCommand *command,
           GVariant        *state,
           const char     **note)
{
  if (state == NULL)
    return TRUE;
  if (g_variant_is_of_type (state, G_VARIANT_TYPE_BOOLEAN))
    *note = g_variant_get_boolean (state) ? C_("switch", "shown") : C_("switch", "hidden");
  return command->target == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE_STRING) ||
         !g_str_equal (command->target, g_variant_get_string (state, NULL));
}

static gboolean
can_be_used (TlCommandSource  *self,
             const TlCommand  *command,
             const char      **note)
{
  const char *dot = strchr (command->action, '.');
  g_autofree char *prefix = g_strndup (command->action, dot - command->action);
  GWeakRef *place = g_hash_table_lookup (self->groups, prefix);
  g_autoptr (GObject) object = place != NULL ? g_weak_ref_get (place) : NULL;
  GActionGroup *group = (GActionGroup *) object;
  g_autoptr (GVariant) state = NULL;

  *note = NULL;
  if (g_str_equal (prefix, "window"))
    return TRUE;
  if (group == NULL || !g_action_group_get_action_enabled (group, dot + 1))
    return FALSE;
  state = g_action_group_get_action_state (group, dot + 1);
  return is_of_use (command, state, note);
}

/* Keys {{{1 */

static char *
dup_label_of_keys (const char *accelerators)
{
  g_auto (GStrv) each = g_strsplit (accelerators != NULL ? accelerators : "", "|", -1);
  guint key;
  GdkModifierType modifiers;

  return each[0] != NULL && gtk_accelerator_parse (each[0], &key, &modifiers)
           ? gtk_accelerator_get_label (key, modifiers) : NULL;
}

static char *
dup_keys (TlCommandSource *self,
          const TlCommand *command)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GVariant) target = command->target != NULL ? g_variant_ref_sink (g_variant_new_string (command->target)) : NULL;
  g_autofree char *detailed = g_action_print_detailed_name (command->action, target);
  g_auto (GStrv) accelerators = NULL;

  if (GTK_IS_APPLICATION (application))
    accelerators = gtk_application_get_accels_for_action (GTK_APPLICATION (application), detailed);
  if (accelerators != NULL && accelerators[0] != NULL)
    return dup_label_of_keys (accelerators[0]);
  return dup_label_of_keys (self->keys != NULL ? self->keys (command->action) : NULL);
}

/* Searching {{{1 */

static void
add (GPtrArray       *found,
     TlCommandSource *self,
     const TlCommand *command,
     const char      *title,
     TlQuery         *query,
     TlFit           *fit)
{
  const char *note;
  const char *place = gettext (command->place);
  const char *others[] = { place, command->words != NULL ? gettext (command->words) : NULL, NULL };
  guint rank = tl_fit_rank (fit, title, others);
  g_autofree char *subtitle = NULL;
  g_autofree char *keys = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  TlFoundFacts facts = { TL_FOUND_COMMANDS, rank, title };

  if (rank == 0 || !can_be_used (self, command, &note))
    return;
  subtitle = note != NULL ? g_strdup_printf ("%s · %s", place, note) : g_strdup (place);
  keys = dup_keys (self, command);
  attributes = tl_found_create_marks (title, query);
  facts.attributes = attributes;
  facts.subtitle = subtitle;
  facts.keys = keys;
  facts.action = command->action;
  facts.target = command->target != NULL ? g_variant_new_string (command->target) : NULL;
  g_ptr_array_add (found, tl_found_new (&facts));
}

static void
add_samples (GPtrArray       *found,
             TlCommandSource *self,
             TlQuery         *query,
             TlFit           *fit)
{
  guint n;
  const TlTemplate *templates = tl_template_list (&n);

  for (guint i = 0; i < n; i++)
    {
      TlCommand command = { "app.open-sample", templates[i].name, NULL, N_("Samples"), NULL };
      /* Translators: %s is the name of a project that comes with the program */
      g_autofree char *title = g_strdup_printf (_("Open %s"), tl_template_get_label (&templates[i]));

      if (templates[i].is_sample)
        add (found, self, &command, title, query, fit);
    }
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  return (int) tl_found_get_facts (*(TlFound **) b)->rank - (int) tl_found_get_facts (*(TlFound **) a)->rank;
}

static void
tl_command_source_search_async (TlFoundSource       *source,
                                const char          *text,
                                guint                limit,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  TlCommandSource *self = TL_COMMAND_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autoptr (TlQuery) query = tl_query_parse (text, -1);
  g_autoptr (TlFit) fit = tl_fit_new (query);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_commands;
  const TlCommand *commands = tl_command_list (&n_commands);

  g_task_set_source_tag (task, tl_command_source_search_async);
  /* Commands are no things of a project, which filters are about. */
  if (!tl_query_is_empty (query) && !tl_fit_is_filtered (fit))
    {
      for (guint i = 0; i < n_commands; i++)
        add (found, self, &commands[i], gettext (commands[i].title), query, fit);
      add_samples (found, self, query, fit);
    }
  g_ptr_array_sort (found, compare_found);
  if (found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
tl_command_source_search_finish (TlFoundSource  *source,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tl_command_source_source_init (TlFoundSourceInterface *iface)
{
  iface->search_async = tl_command_source_search_async;
  iface->search_finish = tl_command_source_search_finish;
}

/* Source {{{1 */

static void
tl_command_source_finalize (GObject *object)
{
  g_hash_table_unref (TL_COMMAND_SOURCE (object)->groups);

  G_OBJECT_CLASS (tl_command_source_parent_class)->finalize (object);
}

static void
tl_command_source_class_init (TlCommandSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_command_source_finalize;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
tl_command_source_init (TlCommandSource *self)
{
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_weak_ref);
}

TlCommandSource *
tl_command_source_new (void)
{
  return g_object_new (TL_TYPE_COMMAND_SOURCE, NULL);
}

void
tl_command_source_set_group (TlCommandSource *self,
                             const char      *prefix,
                             GActionGroup    *group)
{
  GWeakRef *place;

  g_return_if_fail (TL_IS_COMMAND_SOURCE (self));
  g_return_if_fail (prefix != NULL);

  if (group == NULL)
    {
      g_hash_table_remove (self->groups, prefix);
      return;
    }
  place = g_new0 (GWeakRef, 1);
  g_weak_ref_init (place, group);
  g_hash_table_replace (self->groups, g_strdup (prefix), place);
}

void
tl_command_source_set_keys (TlCommandSource *self,
                            TlCommandKeys    keys)
{
  g_return_if_fail (TL_IS_COMMAND_SOURCE (self));

  self->keys = keys;
}
