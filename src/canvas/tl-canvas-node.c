/* tl-canvas-node.c: a node of a diagram as assistive technology meets it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-node.h"

#include <glib/gi18n.h>

struct _TlCanvasNode
{
  GtkWidget  parent_instance;

  char      *key;
  char      *description;
  char      *said;        /* in its place, or NULL */
  TlRect     bounds;
};

G_DEFINE_FINAL_TYPE (TlCanvasNode, tl_canvas_node, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECT,
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tl_canvas_node_finalize (GObject *object)
{
  TlCanvasNode *self = TL_CANVAS_NODE (object);

  g_free (self->key);
  g_free (self->description);
  g_free (self->said);

  G_OBJECT_CLASS (tl_canvas_node_parent_class)->finalize (object);
}

static void
select_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SELECT], 0);
}

static void
activate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATE], 0);
}

static void
tl_canvas_node_class_init (TlCanvasNodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_canvas_node_finalize;

  signals[SIGNAL_SELECT] = g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_install_action (widget_class, "node.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "node.activate", NULL, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "node");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
tl_canvas_node_init (TlCanvasNode *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tl_canvas_node_new (void)
{
  return g_object_new (TL_TYPE_CANVAS_NODE, NULL);
}

/* A title is wrapped by line breaks now and then; a name is not. */
static char *
build_label (const TlNode *node)
{
  g_autofree char *title = NULL;

  if (node->spoken != NULL)
    return g_strdup (node->spoken);
  title = g_strdelimit (g_strdup (node->title != NULL ? node->title : node->key), "\n", ' ');
  if (node->value == NULL || *node->value == '\0')
    return g_steal_pointer (&title);

  return g_strconcat (title, C_("list", ", "), node->value, NULL);
}

static void
update_description (TlCanvasNode *self)
{
  const char *description = self->said != NULL ? self->said : self->description;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

void
tl_canvas_node_set_node (TlCanvasNode *self,
                         const TlNode *node)
{
  g_autofree char *label = build_label (node);

  if (g_strcmp0 (self->key, node->key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (node->key);
    }
  self->bounds = node->bounds;
  g_free (self->description);
  self->description = g_strdup (node->description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  update_description (self);
}

void
tl_canvas_node_say (TlCanvasNode *self,
                    const char   *text)
{
  if (g_strcmp0 (self->said, text) == 0)
    return;

  g_free (self->said);
  self->said = g_strdup (text);
  update_description (self);
}

const char *
tl_canvas_node_get_key (TlCanvasNode *self)
{
  return self->key;
}

TlRect
tl_canvas_node_get_bounds (TlCanvasNode *self)
{
  return self->bounds;
}

void
tl_canvas_node_set_selected (TlCanvasNode *self,
                             gboolean      selected)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
