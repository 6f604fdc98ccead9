/* tl-project-page.c: a project in its window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-page.h"

#include "ui/tl-blueprint-page.h"
#include "ui/tl-diagram-page.h"
#include "ui/tl-focus.h"
#include "ui/tl-inspector.h"
#include "ui/tl-landscape-page.h"
#include "ui/tl-lazy-bin.h"
#include "ui/tl-outline.h"
#include "ui/tl-services-page.h"
#include "ui/tl-settings.h"
#include "ui/tl-style.h"
#include "ui/tl-traceability-page.h"
#include "ui/tl-turns.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

/* Widths in pixels, with text as large as usual. */
#define OUTLINE_WIDTH   220
#define INSPECTOR_WIDTH 300
#define PAGE_WIDTH      420 /* with less the panels lie over the page */

struct _TlProjectPage
{
  GtkWidget    parent_instance;

  TlSession   *session;

  AdwFlap     *outline_flap;
  AdwFlap     *inspector_flap;
  TlOutline   *outline;
  TlInspector *inspector;
  GtkStack    *pages;
  TlLazyBin   *diagram;
  TlLazyBin   *blueprint;
  TlLazyBin   *traceability;

  gboolean     presenting;
};

G_DEFINE_FINAL_TYPE (TlProjectPage, tl_project_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MESSAGE,
  SIGNAL_VIEW_CHANGED,
  SIGNAL_PLACE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Panels {{{1 */

/* A folded panel lies over the page; what was chosen in it is beneath. */
static void
fold_after_choice (TlProjectPage *self)
{
  if (adw_flap_get_folded (self->outline_flap))
    adw_flap_set_reveal_flap (self->outline_flap, FALSE);
}

/* A panel that is folded away for want of room is not what the user wants next time. */
static void
flap_cb (AdwFlap    *flap,
         GParamSpec *pspec,
         const char *key)
{
  if (!adw_flap_get_folded (flap))
    tl_settings_set_boolean (key, adw_flap_get_reveal_flap (flap));
}

static void
remember (AdwFlap    *flap,
          const char *key)
{
  adw_flap_set_reveal_flap (flap, tl_settings_get_boolean (key, TRUE));
  g_signal_connect (flap, "notify::reveal-flap", G_CALLBACK (flap_cb), (gpointer) key);
}

void
tl_project_page_focus_outline (TlProjectPage *self)
{
  g_return_if_fail (TL_IS_PROJECT_PAGE (self));

  adw_flap_set_reveal_flap (self->outline_flap, TRUE);
  tl_turns_finish (GTK_WIDGET (self->outline));
  gtk_widget_child_focus (GTK_WIDGET (self->outline), GTK_DIR_TAB_FORWARD);
}

void
tl_project_page_focus_inspector (TlProjectPage *self)
{
  g_return_if_fail (TL_IS_PROJECT_PAGE (self));

  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  tl_turns_finish (GTK_WIDGET (self->inspector));
  if (!gtk_widget_grab_focus (GTK_WIDGET (self->inspector)))
    gtk_widget_child_focus (GTK_WIDGET (self->inspector), GTK_DIR_TAB_FORWARD);
}

static void
update_widths (TlProjectPage *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self->outline), tl_style_scale (OUTLINE_WIDTH), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector), tl_style_scale (INSPECTOR_WIDTH), -1);
}

static void
set_folded (AdwFlap  *flap,
            gboolean  folded)
{
  AdwFlapFoldPolicy policy = folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO;

  if (adw_flap_get_fold_policy (flap) != policy)
    adw_flap_set_fold_policy (flap, policy);
}

static void
tl_project_page_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (TL_PROJECT_PAGE (widget)->outline_flap), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* By itself a panel gives way when nothing is left that the page could do without. */
static void
tl_project_page_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlProjectPage *self = TL_PROJECT_PAGE (widget);

  set_folded (self->outline_flap, width < tl_style_scale (OUTLINE_WIDTH + PAGE_WIDTH));
  set_folded (self->inspector_flap, width < tl_style_scale (OUTLINE_WIDTH + PAGE_WIDTH + INSPECTOR_WIDTH));
  gtk_widget_size_allocate (GTK_WIDGET (self->outline_flap), &(GtkAllocation) { 0, 0, width, height }, baseline);
}

/* Pages {{{1 */

static void
message_cb (TlProjectPage *self,
            const char    *text,
            gboolean       undoable)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, undoable);
}

static void
follow_messages (TlProjectPage *self,
                 gpointer       page)
{
  g_signal_connect_object (page, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
}

static void
place_cb (TlProjectPage *self)
{
  g_signal_emit (self, signals[SIGNAL_PLACE_CHANGED], 0);
}

static void
follow_place (TlProjectPage *self,
              TlCanvas      *canvas)
{
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
}

static void
diagram_made_cb (TlProjectPage *self,
                 GtkWidget     *page)
{
  follow_place (self, tl_diagram_page_get_canvas (TL_DIAGRAM_PAGE (page)));
  tl_diagram_page_set_session (TL_DIAGRAM_PAGE (page), self->session);
}

static void
services_made_cb (TlProjectPage *self,
                  GtkWidget     *page)
{
  tl_services_page_set_session (TL_SERVICES_PAGE (page), self->session);
  follow_messages (self, page);
}

static void
blueprint_made_cb (TlProjectPage *self,
                   GtkWidget     *page)
{
  TlBlueprintEditor *editor;

  tl_blueprint_page_set_session (TL_BLUEPRINT_PAGE (page), self->session);
  follow_messages (self, page);
  editor = tl_blueprint_page_get_editor (TL_BLUEPRINT_PAGE (page));
  tl_blueprint_editor_set_presenting (editor, self->presenting);
  follow_place (self, tl_canvas_frame_get_canvas (tl_blueprint_editor_get_frame (editor)));
}

static void
landscape_made_cb (TlProjectPage *self,
                   GtkWidget     *page)
{
  tl_landscape_page_set_session (TL_LANDSCAPE_PAGE (page), self->session);
  follow_messages (self, page);
  g_signal_connect_object (page, "edit", G_CALLBACK (tl_project_page_focus_inspector), self,
                           G_CONNECT_SWAPPED);
}

static void
view_cb (TlProjectPage *self)
{
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

static void
traceability_made_cb (TlProjectPage *self,
                      GtkWidget     *page)
{
  g_signal_connect_object (page, "view-changed", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "place-changed", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  tl_traceability_page_set_session (TL_TRACEABILITY_PAGE (page), self->session);
  follow_messages (self, page);
}

static void
page_cb (TlProjectPage *self)
{
  gboolean within = tl_focus_is_within (GTK_WIDGET (self->pages));

  /* The keyboard goes to what the page is about; the stack would take it to what comes first. */
  if (within)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_stack_set_visible_child_name (self->pages, tl_session_get_page (self->session));
  if (within)
    tl_project_page_focus_page (self);
  fold_after_choice (self);
}

static TlDiagramPage *
get_diagram (TlProjectPage *self)
{
  return TL_DIAGRAM_PAGE (tl_lazy_bin_get_child (self->diagram));
}

static TlBlueprintEditor *
get_blueprint_editor (TlProjectPage *self)
{
  return tl_blueprint_page_get_editor (TL_BLUEPRINT_PAGE (tl_lazy_bin_get_child (self->blueprint)));
}

TlCanvas *
tl_project_page_get_canvas (TlProjectPage *self)
{
  const char *page;

  g_return_val_if_fail (TL_IS_PROJECT_PAGE (self), NULL);

  page = tl_session_get_page (self->session);
  if (g_str_equal (page, TL_PAGE_DIAGRAM))
    return tl_diagram_page_get_canvas (get_diagram (self));
  if (g_str_equal (page, TL_PAGE_BLUEPRINT))
    return tl_canvas_frame_get_canvas (tl_blueprint_editor_get_frame (get_blueprint_editor (self)));
  if (g_str_equal (page, TL_PAGE_TRACEABILITY))
    return tl_traceability_page_get_canvas (TL_TRACEABILITY_PAGE (tl_lazy_bin_get_child (self->traceability)));
  return NULL;
}

TlPrintContent *
tl_project_page_create_print_content (TlProjectPage  *self,
                                      const char    **why)
{
  GtkWidget *page;

  g_return_val_if_fail (TL_IS_PROJECT_PAGE (self), NULL);

  page = tl_lazy_bin_get_child (TL_LAZY_BIN (gtk_stack_get_visible_child (self->pages)));
  if (TL_IS_SERVICES_PAGE (page))
    return tl_services_page_create_print_content (TL_SERVICES_PAGE (page));
  if (TL_IS_LANDSCAPE_PAGE (page))
    return tl_landscape_page_create_print_content (TL_LANDSCAPE_PAGE (page));
  if (TL_IS_TRACEABILITY_PAGE (page))
    return tl_traceability_page_create_print_content (TL_TRACEABILITY_PAGE (page), why);
  return NULL;
}

TlBlueprintEditor *
tl_project_page_get_editor (TlProjectPage *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_PAGE (self), NULL);

  return g_str_equal (tl_session_get_page (self->session), TL_PAGE_BLUEPRINT) ? get_blueprint_editor (self) : NULL;
}

void
tl_project_page_focus_page (TlProjectPage *self)
{
  GtkRoot *root;
  GtkWidget *page, *focus;

  g_return_if_fail (TL_IS_PROJECT_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  page = gtk_stack_get_visible_child (self->pages);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if ((focus == NULL || !gtk_widget_is_ancestor (focus, page))
      && !gtk_widget_grab_focus (tl_lazy_bin_get_child (TL_LAZY_BIN (page))))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
tl_project_page_focus_selection (TlProjectPage *self)
{
  const char *key;
  TlCanvas *canvas;
  TlScene *scene;

  g_return_if_fail (TL_IS_PROJECT_PAGE (self));

  key = tl_session_get_selection (self->session);
  canvas = tl_project_page_get_canvas (self);
  scene = canvas != NULL ? tl_canvas_get_scene (canvas) : NULL;
  if (key != NULL && scene != NULL && tl_scene_find (scene, key) >= 0)
    tl_canvas_focus_node (canvas, key);
  else
    tl_project_page_focus_page (self);
}

void
tl_project_page_go_up (TlProjectPage *self)
{
  g_return_if_fail (TL_IS_PROJECT_PAGE (self));

  if (g_str_equal (tl_session_get_page (self->session), TL_PAGE_BLUEPRINT))
    tl_session_set_page (self->session, TL_PAGE_SERVICES);
  else
    tl_diagram_page_go_up (get_diagram (self));
}

void
tl_project_page_show_impact (TlProjectPage *self,
                             TlRecord      *element)
{
  g_return_if_fail (TL_IS_PROJECT_PAGE (self));
  g_return_if_fail (TL_IS_RECORD (element));

  tl_session_set_page (self->session, TL_PAGE_TRACEABILITY);
  tl_traceability_page_show_impact (TL_TRACEABILITY_PAGE (tl_lazy_bin_get_child (self->traceability)), element);
}

/* Object {{{1 */

static void
tl_project_page_dispose (GObject *object)
{
  TlProjectPage *self = TL_PROJECT_PAGE (object);

  if (self->outline_flap != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->outline_flap));
  self->outline_flap = NULL;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_project_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-project-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlProjectPage, outline_flap);
  gtk_widget_class_bind_template_child (widget_class, TlProjectPage, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, TlProjectPage, outline);
  gtk_widget_class_bind_template_child (widget_class, TlProjectPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, TlProjectPage, pages);
  gtk_widget_class_bind_template_child (widget_class, TlProjectPage, diagram);
  gtk_widget_class_bind_template_child (widget_class, TlProjectPage, blueprint);
  gtk_widget_class_bind_template_child (widget_class, TlProjectPage, traceability);
  gtk_widget_class_bind_template_callback (widget_class, blueprint_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, diagram_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, landscape_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, services_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, traceability_made_cb);
}

static void
tl_project_page_class_init (TlProjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_project_page_dispose;
  widget_class->measure = tl_project_page_measure;
  widget_class->size_allocate = tl_project_page_size_allocate;

  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_VIEW_CHANGED] =
    g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PLACE_CHANGED] =
    g_signal_new ("place-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_BLUEPRINT_PAGE);
  g_type_ensure (TL_TYPE_DIAGRAM_PAGE);
  g_type_ensure (TL_TYPE_INSPECTOR);
  g_type_ensure (TL_TYPE_LANDSCAPE_PAGE);
  g_type_ensure (TL_TYPE_LAZY_BIN);
  g_type_ensure (TL_TYPE_OUTLINE);
  g_type_ensure (TL_TYPE_SERVICES_PAGE);
  g_type_ensure (TL_TYPE_TRACEABILITY_PAGE);
  bind_template (widget_class);
}

static void
tl_project_page_init (TlProjectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  update_widths (self);
  tl_style_connect (G_OBJECT (self), G_CALLBACK (update_widths));
  remember (self->outline_flap, "outline-visible");
  remember (self->inspector_flap, "inspector-visible");
  follow_messages (self, self->inspector);
}

/* What is beside the page comes after it. */
static void
fill_outline (GtkWidget *outline)
{
  GtkWidget *page = gtk_widget_get_ancestor (outline, TL_TYPE_PROJECT_PAGE);

  tl_outline_set_session (TL_OUTLINE (outline), TL_PROJECT_PAGE (page)->session);
}

static void
fill_inspector (GtkWidget *inspector)
{
  GtkWidget *page = gtk_widget_get_ancestor (inspector, TL_TYPE_PROJECT_PAGE);

  tl_inspector_set_session (TL_INSPECTOR (inspector), TL_PROJECT_PAGE (page)->session);
}

void
tl_project_page_set_session (TlProjectPage *self,
                             TlSession     *session)
{
  g_return_if_fail (TL_IS_PROJECT_PAGE (self));
  g_return_if_fail (TL_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  tl_turns_add (GTK_WIDGET (self->outline), fill_outline);
  tl_turns_add (GTK_WIDGET (self->inspector), fill_inspector);
  g_signal_connect_object (session, "notify::page", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (fold_after_choice), self,
                           G_CONNECT_SWAPPED);
  page_cb (self);
}

/* Revealing is another thing: it is remembered. */
static void
show_panel (AdwFlap  *flap,
            gboolean  visible)
{
  gtk_widget_set_visible (adw_flap_get_flap (flap), visible);
  gtk_widget_set_visible (adw_flap_get_separator (flap), visible);
}

void
tl_project_page_set_presenting (TlProjectPage *self,
                                gboolean       presenting)
{
  g_return_if_fail (TL_IS_PROJECT_PAGE (self));

  self->presenting = presenting;
  show_panel (self->outline_flap, !presenting);
  show_panel (self->inspector_flap, !presenting);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->blueprint)) != NULL)
    tl_blueprint_editor_set_presenting (get_blueprint_editor (self), presenting);
}

AdwFlap *
tl_project_page_get_outline_flap (TlProjectPage *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_PAGE (self), NULL);

  return self->outline_flap;
}

AdwFlap *
tl_project_page_get_inspector_flap (TlProjectPage *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_PAGE (self), NULL);

  return self->inspector_flap;
}
