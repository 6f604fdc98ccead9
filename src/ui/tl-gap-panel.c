/* tl-gap-panel.c: where the line of a service is broken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-gap-panel.h"

#include "analysis/tl-traceability.h"
#include "project/tl-service.h"
#include "ui/tl-focus.h"
#include "ui/tl-gap-list.h"
#include "ui/tl-label.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

struct _TlGapPanel
{
  GtkWidget       parent_instance;

  TlRecord       *service;
  TlTraceability *traceability; /* of its project */
  GSignalGroup   *trace_signals;

  GtkWidget      *box;
  GtkLabel       *heading;
  GtkLabel       *summary;
  GtkWidget      *content;
  TlGapList      *list;
};

G_DEFINE_FINAL_TYPE (TlGapPanel, tl_gap_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_GAPS,
  N_PROPS
};

enum
{
  MESSAGE,
  ADDED,
  CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
message_cb (TlGapPanel *self,
            const char *text,
            gboolean    undoable)
{
  g_signal_emit (self, signals[MESSAGE], 0, text, undoable);
}

static void
added_cb (TlGapPanel *self,
          TlRecord   *element)
{
  g_signal_emit (self, signals[ADDED], 0, element);
}

static void
close_cb (TlGapPanel *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* The line that sums up {{{1 */

static void
update (TlGapPanel *self)
{
  guint n_gaps = tl_gap_panel_get_n_gaps (self);
  g_autofree char *gaps = g_strdup_printf (ngettext ("%'u gap", "%'u gaps", n_gaps), n_gaps);
  g_autofree char *text = NULL;
  guint n_elements = 0;

  if (self->service == NULL)
    return;
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    n_elements += tl_record_get_n_items (self->service, lane);

  if (n_elements == 0)
    gtk_label_set_label (self->heading, _("Nothing to Trace Yet"));
  else
    gtk_label_set_label (self->heading, n_gaps > 0 ? _("Where the Line Is Broken") : _("The Line Is Whole"));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), n_elements > 0);
  /* Translators: %1$s is “3 gaps”; %3$.0f is a share in percent */
  text = g_strdup_printf (ngettext ("%1$s in %2$'u element · %3$.0f %% traced", "%1$s in %2$'u elements · %3$.0f %% traced",
                                    n_elements),
                          gaps, n_elements, tl_traceability_get_traced (self->traceability, self->service) * 100);
  gtk_label_set_label (self->summary, text);
  /* The line says it all, and the diagram needs the room. */
  gtk_widget_set_visible (self->content, n_gaps > 0);
}

static void
n_gaps_cb (TlGapPanel *self)
{
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_GAPS]);
}

/* Widget {{{1 */

static void
tl_gap_panel_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (id == PROP_N_GAPS)
    g_value_set_uint (value, tl_gap_panel_get_n_gaps (TL_GAP_PANEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* To the first gap. */
static gboolean
tl_gap_panel_grab_focus (GtkWidget *widget)
{
  return !tl_focus_is_within (widget)
         && gtk_widget_child_focus (GTK_WIDGET (TL_GAP_PANEL (widget)->list), GTK_DIR_TAB_FORWARD);
}

static void
tl_gap_panel_dispose (GObject *object)
{
  TlGapPanel *self = TL_GAP_PANEL (object);

  if (self->trace_signals != NULL)
    g_signal_group_set_target (self->trace_signals, NULL);
  g_clear_object (&self->trace_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_GAP_PANEL);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (tl_gap_panel_parent_class)->dispose (object);
}

static void
tl_gap_panel_class_init (TlGapPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_gap_panel_dispose;
  object_class->get_property = tl_gap_panel_get_property;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_gap_panel_grab_focus;

  properties[PROP_N_GAPS] = g_param_spec_uint ("n-gaps", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, TL_TYPE_RECORD);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_GAP_LIST);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-gap-panel.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlGapPanel, box);
  gtk_widget_class_bind_template_child (widget_class, TlGapPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, TlGapPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, TlGapPanel, content);
  gtk_widget_class_bind_template_child (widget_class, TlGapPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_bind_template_callback (widget_class, n_gaps_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
tl_gap_panel_init (TlGapPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_label_explain (GTK_WIDGET (self->heading));
  tl_label_explain (GTK_WIDGET (self->summary));

  self->trace_signals = g_signal_group_new (TL_TYPE_TRACEABILITY);
  g_signal_group_connect_swapped (self->trace_signals, "changed", G_CALLBACK (update), self);
}

void
tl_gap_panel_set_service (TlGapPanel *self,
                          TlRecord   *service)
{
  TlProject *project = service != NULL ? tl_record_get_project (service) : NULL;

  g_return_if_fail (TL_IS_GAP_PANEL (self));

  if (!g_set_object (&self->service, service))
    return;
  self->traceability = project != NULL ? tl_traceability_get (project) : NULL;
  g_signal_group_set_target (self->trace_signals, self->traceability);
  tl_gap_list_set_service (self->list, service);
  n_gaps_cb (self);
}

void
tl_gap_panel_set_session (TlGapPanel *self,
                          TlSession  *session)
{
  g_return_if_fail (TL_IS_GAP_PANEL (self));

  tl_gap_list_set_session (self->list, session);
}

guint
tl_gap_panel_get_n_gaps (TlGapPanel *self)
{
  g_return_val_if_fail (TL_IS_GAP_PANEL (self), 0);

  return self->service != NULL ? tl_gap_list_get_n_gaps (self->list) : 0;
}
