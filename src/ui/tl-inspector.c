/* tl-inspector.c: all there is to know, and to change, about what is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector.h"

#include "project/tl-blueprint.h"
#include "project/tl-relation.h"
#include "ui/tl-focus.h"
#include "ui/tl-inspector-header.h"
#include "ui/tl-inspector-sections.h"
#include "ui/tl-several.h"
#include "ui/tl-style.h"
#include "ui/tl-turns.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>
#include <string.h>

#define NATURAL_WIDTH 300

struct _TlInspector
{
  GtkWidget          parent_instance;

  TlSession         *session;
  GSignalGroup      *session_signals;
  GSignalGroup      *project_signals;
  const TlConcept   *concept; /* shown, or NULL */
  TlRecord          *record;  /* shown, or NULL */
  GPtrArray         *several; /* of TlRecord, shown, or NULL */
  const char        *page;    /* on which it is shown; interned, or NULL */

  GtkWidget         *scrolled;
  TlInspectorHeader *header;
  GtkBox            *sections;
  GtkBox            *to_come; /* holds those that come in turns; NULL: all are there */
};

G_DEFINE_FINAL_TYPE (TlInspector, tl_inspector, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

enum
{
  SIGNAL_MESSAGE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Content {{{1 */

static void
show_concept (TlInspector         *self,
              TlInspectorSections *sections,
              const TlConcept     *concept)
{
  gboolean component = concept->kind == TL_CONCEPT_COMPONENT;
  gboolean assessable = component || concept->kind == TL_CONCEPT_ACTIVITY;
  gboolean tools = component || concept->kind == TL_CONCEPT_DATA_OBJECT;

  tl_inspector_header_show_concept (self->header, concept);
  if (!tl_session_shows_project_edition (self->session))
    {
      if (assessable || tools)
        tl_inspector_add_edition_hint (sections);
    }
  else
    {
      if (assessable)
        tl_inspector_add_assessment (sections, concept);
      if (tools)
        tl_inspector_add_tools (sections, concept);
    }
  tl_inspector_add_concept_facts (sections, concept);
}

static void
show_attribute (TlInspector         *self,
                TlInspectorSections *sections,
                const TlAttribute   *attribute)
{
  tl_inspector_header_show_attribute (self->header, attribute);
  tl_inspector_add_object_facts (sections, &attribute->data_object->concept);
  tl_inspector_add_attributes (sections, &attribute->data_object->concept);
}

static void
clear (TlInspector *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  g_clear_object (&self->to_come);
  self->concept = NULL;
  g_clear_object (&self->record);
  g_clear_pointer (&self->several, g_ptr_array_unref);
}

/* What is selected, else what the page is about. */
static TlRecord *
find_record (TlInspector *self)
{
  TlRecord *record = tl_session_get_selected_record (self->session);

  if (record == NULL && g_str_equal (tl_session_get_page (self->session), TL_PAGE_BLUEPRINT))
    record = tl_session_get_service (self->session);
  return record != NULL ? record : TL_RECORD (tl_session_get_project (self->session));
}

static void
show_record (TlInspector         *self,
             TlInspectorSections *sections,
             TlRecord            *record)
{
  g_set_object (&self->record, record);
  tl_inspector_header_show_record (self->header, record);
  if (TL_IS_PROJECT (record))
    tl_inspector_add_project (sections);
  else
    tl_inspector_add_record (sections, record);
}

static void
show_several (TlInspector         *self,
              TlInspectorSections *sections,
              GPtrArray           *records)
{
  self->several = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->several, g_object_ref (g_ptr_array_index (records, i)));
  tl_inspector_header_show_several (self->header, self->several);
  tl_inspector_add_several (sections, self->several);
}

static void
show (TlInspector *self,
      GtkBox      *box)
{
  TlInspectorSections sections = { self->session, box };
  g_autoptr (GPtrArray) records = tl_session_list_selected_records (self->session);
  const TlConcept *concept = tl_session_get_selected_concept (self->session);
  const TlAttribute *attribute = tl_session_get_selected_attribute (self->session);

  if (records->len > 1)
    {
      show_several (self, &sections, records);
    }
  else if (concept != NULL)
    {
      self->concept = concept;
      show_concept (self, &sections, concept);
    }
  else if (attribute != NULL)
    {
      show_attribute (self, &sections, attribute);
    }
  else
    {
      show_record (self, &sections, find_record (self));
    }
}

static void
renew (TlInspector *self,
       GtkBox      *box)
{
  gboolean something = self->session != NULL && tl_session_get_project (self->session) != NULL;

  tl_turns_drop (GTK_WIDGET (self));
  clear (self);
  gtk_widget_set_visible (self->scrolled, something);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  self->page = something ? g_intern_string (tl_session_get_page (self->session)) : NULL;
  if (something)
    show (self, box);
}

static void
rebuild (TlInspector *self)
{
  renew (self, self->sections);
}

static void
section_turn (GtkWidget *widget)
{
  TlInspector *self = TL_INSPECTOR (widget);
  GtkWidget *section = self->to_come != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->to_come)) : NULL;

  if (section == NULL)
    {
      g_clear_object (&self->to_come);
      return;
    }
  g_object_ref (section);
  gtk_box_remove (self->to_come, section);
  gtk_box_append (self->sections, section);
  g_object_unref (section);
  tl_turns_add (widget, section_turn);
}

/* What comes with a page comes after it, a section a turn, from the top. */
static void
rebuild_turn (GtkWidget *widget)
{
  TlInspector *self = TL_INSPECTOR (widget);
  GtkBox *box = g_object_ref_sink (GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0)));

  renew (self, box);
  self->to_come = box;
  section_turn (widget);
}

static void
selected_cb (TlInspector *self)
{
  if (self->page == NULL || g_str_equal (self->page, tl_session_get_page (self->session)))
    rebuild (self);
  else
    tl_turns_add (GTK_WIDGET (self), rebuild_turn);
}

/* Of another page something else may be shown, where nothing is selected. */
static void
page_cb (TlInspector *self)
{
  if (self->record != NULL && self->several == NULL && find_record (self) != self->record)
    tl_turns_add (GTK_WIDGET (self), rebuild_turn);
}

/* Signals {{{1 */

static gboolean
shows_selected (TlInspector *self)
{
  g_autoptr (GPtrArray) records = NULL;

  if (self->several == NULL)
    return self->record == NULL || find_record (self) == self->record;
  records = tl_session_list_selected_records (self->session);
  return records->len == self->several->len
         && memcmp (records->pdata, self->several->pdata, records->len * sizeof (gpointer)) == 0;
}

/* Groups and rows follow the project on their own; what is shown may be gone, or be
 * back. */
static void
project_changed_cb (TlInspector *self,
                    GPtrArray   *changes)
{
  if (!shows_selected (self))
    rebuild (self);
  else if (self->record != NULL)
    tl_inspector_header_show_record (self->header, self->record);
}

static void
project_notify_cb (TlInspector *self)
{
  g_signal_group_set_target (self->project_signals,
                             self->session != NULL ? tl_session_get_project (self->session) : NULL);
  rebuild_turn (GTK_WIDGET (self));
}

/* In a blueprint an element of another service only leaves it. */
static char *
remove_records (TlInspector     *self,
                TlRecord *const *records,
                guint            n_records)
{
  TlRecord *service = g_str_equal (tl_session_get_page (self->session), TL_PAGE_BLUEPRINT)
                        ? tl_session_get_service (self->session) : NULL;

  if (service != NULL && (TL_IS_ELEMENT (records[0]) || TL_IS_RELATION (records[0])))
    return tl_several_remove_from (service, records, n_records);
  return tl_several_remove (records, n_records);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlInspector *self = TL_INSPECTOR (widget);
  /* Held, because the inspector goes on to something else. */
  g_autoptr (GPtrArray) several = self->several != NULL ? g_ptr_array_ref (self->several) : NULL;
  g_autoptr (TlRecord) record = self->record != NULL ? g_object_ref (self->record) : NULL;
  g_autofree char *message = NULL;

  if (several != NULL)
    message = remove_records (self, (TlRecord *const *) several->pdata, several->len);
  else if (record != NULL && tl_record_get_parent (record) != NULL)
    message = remove_records (self, &record, 1);
  else
    return;
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, message, TRUE);
}

/* Object {{{1 */

static void
tl_inspector_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TlInspector *self = TL_INSPECTOR (widget);

  gtk_widget_measure (self->scrolled, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
  *minimum_baseline = *natural_baseline = -1;
}

static void
tl_inspector_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  gtk_widget_size_allocate (TL_INSPECTOR (widget)->scrolled, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

/* What can be edited, rather than what explains it. */
static gboolean
tl_inspector_grab_focus (GtkWidget *widget)
{
  /* To the first section, if it is not there yet. */
  if (TL_INSPECTOR (widget)->to_come == NULL)
    tl_turns_take (widget);
  return !tl_focus_is_within (widget)
         && gtk_widget_child_focus (GTK_WIDGET (TL_INSPECTOR (widget)->sections), GTK_DIR_TAB_FORWARD);
}

static void
tl_inspector_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, TL_INSPECTOR (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_inspector_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      tl_inspector_set_session (TL_INSPECTOR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_inspector_dispose (GObject *object)
{
  TlInspector *self = TL_INSPECTOR (object);

  g_signal_group_set_target (self->project_signals, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  if (self->sections != NULL)
    clear (self);
  self->sections = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_inspector_parent_class)->dispose (object);
}

static void
tl_inspector_finalize (GObject *object)
{
  TlInspector *self = TL_INSPECTOR (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);

  G_OBJECT_CLASS (tl_inspector_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TL_TYPE_INSPECTOR_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-inspector.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlInspector, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, header);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, sections);
}

static void
tl_inspector_class_init (TlInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_inspector_dispose;
  object_class->finalize = tl_inspector_finalize;
  object_class->get_property = tl_inspector_get_property;
  object_class->set_property = tl_inspector_set_property;
  widget_class->measure = tl_inspector_measure;
  widget_class->size_allocate = tl_inspector_size_allocate;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_inspector_grab_focus;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TL_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlInspector::message:
   * @text: a translated sentence
   * @undoable: whether an undo takes it back
   *
   * Emitted after something was done that the user should know of.
   */
  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "inspector.delete", NULL, delete_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "inspector");
  bind_template (widget_class);
  tl_style_ensure ();
}

static void
tl_inspector_init (TlInspector *self)
{
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected-keys", G_CALLBACK (selected_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::page", G_CALLBACK (page_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::service", G_CALLBACK (page_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::edition", G_CALLBACK (rebuild), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_notify_cb), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  rebuild (self);
}

void
tl_inspector_send_message (GtkWidget  *within,
                           const char *text,
                           gboolean    undoable)
{
  GtkWidget *inspector = gtk_widget_get_ancestor (within, TL_TYPE_INSPECTOR);

  if (inspector != NULL)
    g_signal_emit (inspector, signals[SIGNAL_MESSAGE], 0, text, undoable);
}

GtkWidget *
tl_inspector_new (void)
{
  return g_object_new (TL_TYPE_INSPECTOR, NULL);
}

TlSession *
tl_inspector_get_session (TlInspector *self)
{
  g_return_val_if_fail (TL_IS_INSPECTOR (self), NULL);

  return self->session;
}

void
tl_inspector_set_session (TlInspector *self,
                          TlSession   *session)
{
  g_return_if_fail (TL_IS_INSPECTOR (self));
  g_return_if_fail (session == NULL || TL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  project_notify_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
