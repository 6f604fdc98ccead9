/* tl-help-context.c: which page of the help explains what is on screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-help-context.h"

#include "project/tl-blueprint.h"
#include "project/tl-integration.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"
#include "reference/tl-help.h"
#include "reference/tl-term.h"
#include "ui/tl-window.h"

#define TARGET "tl-help-target"

/* By the names of types, innermost first as they are in each other. */
static const char *const pages_of_types[] = {
  "TlOutline", "first-steps",
  "TlOutlineServices", "services",
  "TlKindPalette", "blueprint",
  "TlGapPanel", "gaps",
  "TlGapList", "gaps",
  "TlMatrixView", "traceability",
  "TlLinePane", "impact",
  "TlTraceabilityPage", "traceability",
  "TlBlueprintPage", "blueprint",
  "TlServicesPage", "services",
  "TlLandscapePage", "landscape",
  "TlDiagramPage", "value-chain",
  "TlLegend", "overlays",
  "TlStartWelcome", "first-steps",
  "TlStartPage", "library",
  "TlLoadErrorPage", "files",
  "TlFoldersDialog", "library",
  "TlTotalsWindow", "overlays",
  "TlSearch", "search",
  "TlSearchEverywhere", "search",
  "TlResultsWindow", "search",
  "TlPreferences", "preferences",
  "TlPrintDialog", "pictures",
  "TlNewDialog", "editions",
  "TlNewKind", "blueprint",
  "TlServiceDialog", "services",
  "TlReconcileDialog", "reconcile",
  "TlIntegrationDialog", "landscape",
  NULL,
};

/* Where the keyboard is in the header bar, or nowhere. */
static const struct
{
  const char *page;
  const char *help;
} pages_of_session[] = {
  { TL_PAGE_DIAGRAM, "value-chain" },
  { TL_PAGE_SERVICES, "services" },
  { TL_PAGE_BLUEPRINT, "blueprint" },
  { TL_PAGE_LANDSCAPE, "landscape" },
  { TL_PAGE_TRACEABILITY, "traceability" },
};

/* What is selected {{{1 */

static const TlTerm *
find_term_of_relation (TlRecord *relation)
{
  TlProject *project = tl_record_get_project (relation);
  const TlEdition *edition = project != NULL ? tl_project_get_edition (project) : NULL;
  const TlRelationKind *kind =
    edition != NULL
      ? tl_metamodel_lookup_relation_kind (tl_metamodel_get (edition), tl_record_get (relation, TL_RELATION_KIND))
      : NULL;

  return kind != NULL ? tl_term_for_relation_kind (kind) : NULL;
}

const char *
tl_help_context_for_record (TlRecord *record)
{
  const TlElementKind *kind = TL_IS_ELEMENT (record) ? tl_element_get_kind (TL_ELEMENT (record)) : NULL;
  const TlTerm *term = NULL;

  if (kind != NULL)
    term = tl_term_for_element_kind (kind);
  else if (TL_IS_RELATION (record))
    term = find_term_of_relation (record);
  if (term != NULL)
    return term->id;
  if (TL_IS_TOOL (record))
    return "tool";
  if (TL_IS_INTEGRATION (record))
    return "integration";
  if (TL_IS_SERVICE (record))
    return "service";
  return TL_IS_PROJECT (record) ? "project" : NULL;
}

const char *
tl_help_context_for_selection (TlSession *session)
{
  const TlConcept *concept;
  const TlAttribute *attribute;
  TlRecord *record;
  const TlTerm *term = NULL;

  g_return_val_if_fail (TL_IS_SESSION (session), NULL);

  if (g_strv_length ((GStrv) tl_session_get_selected_keys (session)) > 1)
    return NULL;
  concept = tl_session_get_selected_concept (session);
  attribute = tl_session_get_selected_attribute (session);
  record = tl_session_get_selected_record (session);
  if (concept != NULL)
    term = tl_term_for_concept (concept);
  else if (attribute != NULL)
    term = tl_term_for_attribute (attribute);
  if (term != NULL)
    return term->id;
  return record != NULL ? tl_help_context_for_record (record) : NULL;
}

/* Where the keyboard is {{{1 */

static const char *
find_page_of_type (const char *type)
{
  for (guint i = 0; pages_of_types[i] != NULL; i += 2)
    if (g_str_equal (pages_of_types[i], type))
      return pages_of_types[i + 1];
  return NULL;
}

void
tl_help_context_set (GtkWidget  *widget,
                     const char *target)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data (G_OBJECT (widget), TARGET, (gpointer) target);
}

/* In tables and lists it is the page that is asked about, which the whole of is seen. */
static gboolean
shows_selection (GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);

  return g_str_equal (type, "TlInspector") || g_str_equal (type, "TlCanvasFrame");
}

static TlSession *
find_session (GtkWindow *window)
{
  while (window != NULL && !TL_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? tl_window_get_session (TL_WINDOW (window)) : NULL;
}

static const char *
find_page_of_session (TlSession *session)
{
  if (session == NULL)
    return TL_HELP_FIRST_PAGE;
  for (guint i = 0; tl_session_get_project (session) != NULL && i < G_N_ELEMENTS (pages_of_session); i++)
    if (g_str_equal (pages_of_session[i].page, tl_session_get_page (session)))
      return pages_of_session[i].help;
  return "library";
}

const char *
tl_help_context_find (GtkWindow *window)
{
  TlSession *session = find_session (window);
  GtkWidget *widget = window != NULL ? gtk_window_get_focus (window) : NULL;

  if (widget == NULL)
    widget = (GtkWidget *) window;
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *selected = session != NULL && TL_IS_WINDOW (window) && shows_selection (widget)
                               ? tl_help_context_for_selection (session) : NULL;
      const char *own = g_object_get_data (G_OBJECT (widget), TARGET);
      const char *page = own != NULL ? own : selected != NULL ? selected : find_page_of_type (G_OBJECT_TYPE_NAME (widget));

      if (page != NULL)
        return page;
    }
  return find_page_of_session (session);
}

/* Dialogs {{{1 */

static gboolean
key_cb (GtkWidget *window,
        GVariant  *arguments,
        gpointer   user_data)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL || gtk_window_get_application (GTK_WINDOW (window)) != NULL)
    return GDK_EVENT_PROPAGATE;
  g_action_group_activate_action (G_ACTION_GROUP (application), "help-on",
                                  g_variant_new_string (tl_help_context_find (GTK_WINDOW (window))));
  return GDK_EVENT_STOP;
}

static void
toplevels_cb (GListModel *toplevels,
              guint       position,
              guint       n_removed,
              guint       n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);
      GtkEventController *controller = gtk_shortcut_controller_new ();

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                            gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                                                              gtk_callback_action_new (key_cb, NULL, NULL)));
      gtk_widget_add_controller (window, controller);
    }
}

void
tl_help_context_watch_dialogs (GtkApplication *application)
{
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (toplevels_cb), application, 0);
}

const char *const *
tl_help_context_list (void)
{
  return pages_of_types;
}
