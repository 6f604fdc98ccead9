/* tl-blueprint-editor-actions.c: what can be done with a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-editor-private.h"

#include "diagram/tl-arrange.h"
#include "ui/tl-focus.h"

#include <glib/gi18n.h>
#include <string.h>

typedef void (*Command) (TlBlueprintEditor *self);

/* Commands {{{1 */

static void
cut (TlBlueprintEditor *self)
{
  tl_blueprint_editor_copy (self, TRUE);
}

static void
copy (TlBlueprintEditor *self)
{
  tl_blueprint_editor_copy (self, FALSE);
}

static void
rename_selected (TlBlueprintEditor *self)
{
  const char *key = tl_canvas_get_selected_key (self->canvas);

  if (key != NULL)
    tl_blueprint_editor_rename (self, key);
}

static void
relate_selected (TlBlueprintEditor *self)
{
  const TlConnectionWish any = { .outwards = TRUE, .inwards = TRUE };
  TlRecord *element = tl_blueprint_editor_get_selected_element (self);

  if (element != NULL)
    tl_blueprint_editor_offer (self, element, &any);
}

/* Two that are selected are connected, the one that was chosen last at the end;
 * of one, the keyboard or the pointer chooses the other. */
static void
connect_selected (TlBlueprintEditor *self)
{
  g_auto(GStrv) keys = tl_canvas_list_selected_keys (self->canvas);
  guint n = g_strv_length (keys);

  if (n == 2)
    tl_blueprint_editor_connect (self, keys[1], keys[0]);
  else if (n == 1)
    tl_canvas_begin_connect (self->canvas, keys[0]);
}

static void
trace_selected (TlBlueprintEditor *self)
{
  const TlConnectionWish traces = { .outwards = TRUE, .inwards = TRUE, .traces_only = TRUE };
  TlRecord *element = tl_blueprint_editor_get_selected_element (self);

  if (element != NULL)
    tl_blueprint_editor_offer (self, element, &traces);
}

/* Who opens the palette wants to choose from it. */
static void
palette_cb (TlBlueprintEditor *self)
{
  if (adw_flap_get_reveal_flap (self->palette_flap))
    gtk_widget_grab_focus (GTK_WIDGET (self->palette));
  else if (tl_focus_is_within (GTK_WIDGET (self->palette)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
select_all (TlBlueprintEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.select-all", NULL);
}

static void
show_facts (TlBlueprintEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
}

static void
go_to_owner (TlBlueprintEditor *self)
{
  g_autofree char *key = g_strdup (tl_canvas_get_selected_key (self->canvas));

  if (key != NULL)
    tl_session_reveal (self->session, key);
}

/* Actions {{{1 */

/* What has to be selected for an action. */
typedef enum
{
  NEEDS_SERVICE,
  NEEDS_SELECTION,
  NEEDS_ELEMENTS, /* one or more */
  NEEDS_ELEMENT,  /* just one */
  NEEDS_GUEST,    /* just one of another service */
  NEEDS_TWO,      /* elements */
} Need;

static const struct
{
  const char *name;
  Command     command;
  Need        need;
  const char *keys; /* while the focus is in the canvas; NULL for none, or where it has them */
} commands[] = {
  { "add", tl_blueprint_editor_ask_kind, NEEDS_SERVICE, "Insert|KP_Insert" },
  { "use", tl_blueprint_editor_ask_use, NEEDS_SERVICE, "<Control>u" },
  { "connect", connect_selected, NEEDS_ELEMENTS, "<Control>l" },
  { "relate", relate_selected, NEEDS_ELEMENT, "<Control><Shift>l" },
  { "trace", trace_selected, NEEDS_ELEMENT, "<Control>t" },
  { "tidy", tl_blueprint_editor_tidy, NEEDS_SERVICE, "<Control><Shift>t" },
  { "rename", rename_selected, NEEDS_ELEMENT, NULL },
  { "delete", tl_blueprint_editor_delete, NEEDS_SELECTION, NULL },
  { "cut", cut, NEEDS_SELECTION, "<Control>x|<Shift>Delete" },
  { "copy", copy, NEEDS_SELECTION, "<Control>c|<Control>Insert" },
  { "paste", tl_blueprint_editor_paste, NEEDS_SERVICE, "<Control>v|<Shift>Insert" },
  { "duplicate", tl_blueprint_editor_duplicate, NEEDS_ELEMENTS, "<Control>d" },
  { "select-all", select_all, NEEDS_SERVICE, NULL },
  { "facts", show_facts, NEEDS_SELECTION, NULL },
  { "go-to-owner", go_to_owner, NEEDS_GUEST, NULL },
};

static void
command_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, g_action_get_name (G_ACTION (action))))
      commands[i].command (user_data);
}

static void
arrange_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  static const char *const names[] = { "left", "center", "right", "top", "middle", "bottom", "across", "down", NULL };

  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], g_variant_get_string (parameter, NULL)))
      tl_blueprint_editor_arrange (user_data, i);
}

static void
size_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  static const struct
  {
    const char *name;
    int         wider;
    int         taller;
  } sizes[] = { { "wider", 1, 0 }, { "narrower", -1, 0 }, { "taller", 0, 1 }, { "shorter", 0, -1 }, { "text", 0, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i].name, g_variant_get_string (parameter, NULL)))
      tl_blueprint_editor_size (user_data, sizes[i].wider, sizes[i].taller);
}

static gboolean
is_met (TlBlueprintEditor *self,
        Need               need,
        guint              n_records,
        guint              n_elements,
        TlRecord          *first)
{
  switch (need)
    {
    case NEEDS_SELECTION:
      return n_records > 0;
    case NEEDS_ELEMENTS:
      return n_elements > 0;
    case NEEDS_ELEMENT:
      return n_elements == 1 && n_records == 1;
    case NEEDS_GUEST:
      return n_elements == 1 && n_records == 1 && tl_element_get_service (TL_ELEMENT (first)) != self->service;
    case NEEDS_TWO:
      return n_elements > 1;
    case NEEDS_SERVICE:
    default:
      return TRUE;
    }
}

static void
enable (TlBlueprintEditor *self,
        const char        *name,
        gboolean           enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
tl_blueprint_editor_update_actions (TlBlueprintEditor *self)
{
  g_autoptr(GPtrArray) records = tl_blueprint_editor_list_selected (self);
  guint n_elements = 0;

  for (guint i = 0; i < records->len; i++)
    n_elements += TL_IS_ELEMENT (records->pdata[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    enable (self, commands[i].name,
            self->service != NULL
            && is_met (self, commands[i].need, records->len, n_elements, records->len > 0 ? records->pdata[0] : NULL));
  enable (self, "size", is_met (self, NEEDS_ELEMENT, records->len, n_elements, NULL) && tl_blueprint_editor_can_size (self));
  enable (self, "arrange", self->service != NULL && is_met (self, NEEDS_TWO, records->len, n_elements, NULL));
}

/* On the canvas only: in an entry Ctrl+C is another thing. */
static void
add_shortcut (GtkEventController *controller,
              const char         *name,
              const char         *keys)
{
  g_autofree char *action = g_strconcat ("blueprint.", name, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                                          gtk_named_action_new (action)));
}

static void
add_shortcuts (TlBlueprintEditor *self)
{
  GtkEventController *on_canvas = gtk_shortcut_controller_new ();
  GtkEventController *anywhere = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].keys != NULL)
      add_shortcut (on_canvas, commands[i].name, commands[i].keys);
  add_shortcut (anywhere, "palette", "<Control>e");
  add_shortcut (anywhere, "gaps", "<Control>g");
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), on_canvas);
  gtk_widget_add_controller (GTK_WIDGET (self), anywhere);
}

void
tl_blueprint_editor_add_actions (TlBlueprintEditor *self)
{
  static const GActionEntry with_choice[] = { { "arrange", arrange_cb, "s" }, { "size", size_cb, "s" } };
  g_autoptr(GPropertyAction) palette = g_property_action_new ("palette", self->palette_flap, "reveal-flap");

  self->actions = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      GActionEntry entry = { commands[i].name, command_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), with_choice, G_N_ELEMENTS (with_choice), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (palette));
  g_signal_connect_object (self->palette_flap, "notify::reveal-flap", G_CALLBACK (palette_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "blueprint", G_ACTION_GROUP (self->actions));
  add_shortcuts (self);
  tl_blueprint_editor_update_actions (self);
}

GActionGroup *
tl_blueprint_editor_get_actions (TlBlueprintEditor *self)
{
  g_return_val_if_fail (TL_IS_BLUEPRINT_EDITOR (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

const char *
tl_blueprint_editor_get_keys (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_has_prefix (action, "blueprint.") && g_str_equal (commands[i].name, action + strlen ("blueprint.")))
      return commands[i].keys;
  return NULL;
}
