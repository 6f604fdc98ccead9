/* tl-traceability-page.c: whether the lines of all services are whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-traceability-page.h"

#include "analysis/tl-traceability.h"
#include "ui/tl-focus.h"
#include "ui/tl-gap-list.h"
#include "ui/tl-label.h"
#include "ui/tl-lazy-bin.h"
#include "ui/tl-line-pane.h"
#include "ui/tl-matrix-view.h"
#include "ui/tl-style.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

#define DETAIL_VIEW   "traceability-view"
#define DETAIL_FILTER "gaps-filter"

struct _TlTraceabilityPage
{
  GtkWidget      parent_instance;

  TlSession     *session;
  GSignalGroup  *session_signals;
  GSignalGroup  *project_signals;

  GtkStack      *stack;
  GtkStack      *views;
  GtkStackSwitcher *switcher;
  GtkEditable   *filter;
  TlGapList     *gaps;
  GtkLabel      *footer;
  TlLazyBin     *matrix; /* a TlMatrixView */
  TlLazyBin     *line;   /* a TlLinePane */
};

G_DEFINE_FINAL_TYPE (TlTraceabilityPage, tl_traceability_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MESSAGE,
  SIGNAL_VIEW_CHANGED,
  SIGNAL_PLACE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TlProject *
get_project (TlTraceabilityPage *self)
{
  return self->session != NULL ? tl_session_get_project (self->session) : NULL;
}

static void
update_footer (TlTraceabilityPage *self)
{
  TlProject *project = get_project (self);
  guint n = project != NULL ? tl_traceability_count_gaps (tl_traceability_get (project), NULL) : 0;
  guint n_shown = tl_gap_list_get_n_gaps (self->gaps);
  g_autofree char *text = NULL;

  if (n_shown == n)
    text = g_strdup_printf (ngettext ("%'u gap", "%'u gaps", n), n);
  else
    text = g_strdup_printf (ngettext ("%1$'u of %2$'u gap", "%1$'u of %2$'u gaps", n), n_shown, n);
  gtk_label_set_label (self->footer, text);
}

static void
update (TlTraceabilityPage *self)
{
  TlProject *project = get_project (self);
  guint n = project != NULL ? tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES) : 0;

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "views" : "empty");
  update_footer (self);
}

static void
project_cb (TlTraceabilityPage *self)
{
  g_signal_group_set_target (self->project_signals, get_project (self));
  update (self);
}

static void
remember (TlTraceabilityPage *self,
          const char         *name,
          const char         *text)
{
  if (self->session != NULL && text != NULL)
    tl_details_set (tl_session_get_details (self->session), name, text);
}

static void
filter_cb (TlTraceabilityPage *self)
{
  remember (self, DETAIL_FILTER, gtk_editable_get_text (self->filter));
  tl_gap_list_set_filter (self->gaps, gtk_editable_get_text (self->filter));
  update_footer (self);
}

static void
stop_filter_cb (TlTraceabilityPage *self)
{
  gtk_editable_set_text (self->filter, "");
}

static void
message_cb (TlTraceabilityPage *self,
            const char         *text,
            gboolean            undoable)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, undoable);
}

static void
place_cb (TlTraceabilityPage *self)
{
  g_signal_emit (self, signals[SIGNAL_PLACE_CHANGED], 0);
}

static void
matrix_made_cb (TlTraceabilityPage *self,
                GtkWidget          *matrix)
{
  g_signal_connect_object (matrix, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  tl_matrix_view_set_session (TL_MATRIX_VIEW (matrix), self->session);
}

static void
line_made_cb (TlTraceabilityPage *self,
              GtkWidget          *line)
{
  g_signal_connect_object (tl_line_pane_get_canvas (TL_LINE_PANE (line)), "view-changed", G_CALLBACK (place_cb), self,
                           G_CONNECT_SWAPPED);
  tl_line_pane_set_session (TL_LINE_PANE (line), self->session);
}

static gboolean
shows (TlTraceabilityPage *self,
       TlLazyBin          *view)
{
  return gtk_stack_get_visible_child (self->views) == GTK_WIDGET (view);
}

/* Matrix and line know by themselves what they showed. */
static void
restore (TlTraceabilityPage *self)
{
  TlDetails *details = tl_session_get_details (self->session);
  const char *filter = tl_details_get (details, DETAIL_FILTER);
  const char *view = tl_details_get (details, DETAIL_VIEW);
  GtkWidget *child = view != NULL ? gtk_stack_get_child_by_name (self->views, view) : NULL;

  gtk_stack_set_visible_child (self->views, child != NULL ? child : gtk_stack_get_child_by_name (self->views, "gaps"));
  gtk_editable_set_text (self->filter, filter != NULL ? filter : "");
  filter_cb (self);
}

static void
view_cb (TlTraceabilityPage *self)
{
  remember (self, DETAIL_VIEW, gtk_stack_get_visible_child_name (self->views));
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

static gboolean
tl_traceability_page_grab_focus (GtkWidget *widget)
{
  return !tl_focus_is_within (widget)
         && gtk_widget_child_focus (GTK_WIDGET (TL_TRACEABILITY_PAGE (widget)->stack), GTK_DIR_TAB_FORWARD);
}

static void
tl_traceability_page_dispose (GObject *object)
{
  TlTraceabilityPage *self = TL_TRACEABILITY_PAGE (object);

  g_signal_group_set_target (self->project_signals, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_traceability_page_parent_class)->dispose (object);
}

static void
tl_traceability_page_finalize (GObject *object)
{
  TlTraceabilityPage *self = TL_TRACEABILITY_PAGE (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);

  G_OBJECT_CLASS (tl_traceability_page_parent_class)->finalize (object);
}

static void
tl_traceability_page_class_init (TlTraceabilityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_traceability_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_traceability_page_finalize;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_traceability_page_grab_focus;

  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", TL_TYPE_TRACEABILITY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_VIEW_CHANGED] =
    g_signal_new ("view-changed", TL_TYPE_TRACEABILITY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PLACE_CHANGED] =
    g_signal_new ("place-changed", TL_TYPE_TRACEABILITY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_GAP_LIST);
  g_type_ensure (TL_TYPE_LAZY_BIN);
  g_type_ensure (TL_TYPE_LINE_PANE);
  g_type_ensure (TL_TYPE_MATRIX_VIEW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-traceability-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, views);
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, gaps);
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, footer);
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, TlTraceabilityPage, line);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, matrix_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_footer);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
}

static void
tl_traceability_page_init (TlTraceabilityPage *self)
{
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::details", G_CALLBACK (restore), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (update), self);

  tl_style_ensure ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (self->filter);
  tl_label_narrow_switcher (self->switcher);
  update (self);
}

void
tl_traceability_page_set_session (TlTraceabilityPage *self,
                                  TlSession          *session)
{
  g_return_if_fail (TL_IS_TRACEABILITY_PAGE (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  tl_gap_list_set_session (self->gaps, session);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->matrix)) != NULL)
    tl_matrix_view_set_session (TL_MATRIX_VIEW (tl_lazy_bin_get_child (self->matrix)), session);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->line)) != NULL)
    tl_line_pane_set_session (TL_LINE_PANE (tl_lazy_bin_get_child (self->line)), session);
  project_cb (self);
  if (session != NULL)
    restore (self);
}

void
tl_traceability_page_show_impact (TlTraceabilityPage *self,
                                  TlRecord           *element)
{
  g_return_if_fail (TL_IS_TRACEABILITY_PAGE (self));

  gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->line));
  tl_line_pane_show_impact (TL_LINE_PANE (tl_lazy_bin_get_child (self->line)), element);
}

TlCanvas *
tl_traceability_page_get_canvas (TlTraceabilityPage *self)
{
  g_return_val_if_fail (TL_IS_TRACEABILITY_PAGE (self), NULL);

  return shows (self, self->line) ? tl_line_pane_get_canvas (TL_LINE_PANE (tl_lazy_bin_get_child (self->line))) : NULL;
}

TlPrintContent *
tl_traceability_page_create_print_content (TlTraceabilityPage  *self,
                                           const char         **why)
{
  g_return_val_if_fail (TL_IS_TRACEABILITY_PAGE (self), NULL);

  if (shows (self, self->matrix))
    return tl_matrix_view_create_print_content (TL_MATRIX_VIEW (tl_lazy_bin_get_child (self->matrix)), why);
  if (shows (self, self->line))
    return NULL;
  return tl_gap_list_create_print_content (self->gaps, gtk_label_get_label (self->footer));
}
