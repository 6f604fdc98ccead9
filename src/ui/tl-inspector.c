/* tl-inspector.c: all there is to know, and to change, about what is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-relation.h"
#include "reference/tl-term.h"
#include "ui/tl-focus.h"
#include "ui/tl-help-context.h"
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
  GtkWidget        parent_instance;

  TlSession       *session;
  GSignalGroup    *session_signals;
  GSignalGroup    *project_signals;
  const TlConcept *concept; /* shown, or NULL */
  TlRecord        *record;  /* shown, or NULL */
  GPtrArray       *several; /* of TlRecord, shown, or NULL */
  const char      *page;    /* on which it is shown; interned, or NULL */

  GtkWidget       *scrolled;
  GtkWidget       *header;
  GtkLabel        *caption;
  GtkWidget       *help;
  GtkLabel        *name;
  GtkLabel        *text;
  GtkBox          *sections;
  GtkBox          *to_come; /* holds those that come in turns; NULL: all are there */
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

/* Header {{{1 */

/* Short where the standard has a short form. */
static const char *
get_short_name (const TlConcept *concept)
{
  const char *abbreviation = NULL;

  if (concept->kind == TL_CONCEPT_STREAM)
    abbreviation = ((const TlStream *) concept)->abbreviation;
  else if (concept->kind == TL_CONCEPT_GROUP)
    abbreviation = ((const TlGroup *) concept)->abbreviation;
  else if (concept->kind == TL_CONCEPT_ACTIVITY)
    abbreviation = ((const TlActivity *) concept)->abbreviation;
  return abbreviation != NULL ? abbreviation : concept->name;
}

static void
set_caption (TlInspector *self,
             const char  *kind,
             const char  *place)
{
  g_autofree char *text = place != NULL ? g_strdup_printf ("%s · %s", kind, place) : g_strdup (kind);
  g_autofree char *capitals = g_utf8_strup (text, -1);

  gtk_label_set_label (self->caption, capitals);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->caption), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* @text: NULL for none, "" for one that the sources do not give */
static void
set_text (TlInspector *self,
          const char  *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
  gtk_label_set_label (self->text, text != NULL && *text != '\0' ? text : _("Not known in the sources"));
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
}

/* @target: what explains it, or NULL */
static void
set_help (TlInspector *self,
          const char  *target)
{
  gtk_widget_set_visible (self->help, target != NULL);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->help), "s", target);
}

static void
set_help_on_term (TlInspector  *self,
                  const TlTerm *term)
{
  set_help (self, term != NULL ? term->id : NULL);
}

static void
show_concept_header (TlInspector     *self,
                     const TlConcept *concept)
{
  const TlConcept *place = tl_concept_get_place (concept);

  set_caption (self, tl_concept_get_kind_label (concept), place != NULL ? get_short_name (place) : NULL);
  gtk_label_set_label (self->name, concept->name);
  set_text (self, concept->text != NULL ? concept->text : "");
  set_help_on_term (self, tl_term_for_concept (concept));
}

static void
show_record_header (TlInspector *self,
                    TlRecord    *record)
{
  g_autofree char *title = TL_IS_RELATION (record) ? tl_inspector_create_relation_title (record)
                                                   : tl_edit_create_title (record);

  if (TL_IS_ELEMENT (record))
    set_caption (self, tl_element_get_kind_name (TL_ELEMENT (record)),
                 tl_lane_get_name (tl_element_get_lane (TL_ELEMENT (record))));
  else
    set_caption (self, tl_record_type_get_label (tl_record_get_record_type (record)), NULL);
  gtk_label_set_label (self->name, title);
  set_text (self, NULL);
  set_help (self, tl_help_context_for_record (record));
}

static void
show_several_header (TlInspector *self,
                     GPtrArray   *records)
{
  g_autofree char *title = tl_several_create_title ((TlRecord *const *) records->pdata, records->len);

  set_caption (self, _("Selection"), NULL);
  gtk_label_set_label (self->name, title);
  set_text (self, NULL);
  set_help (self, NULL);
}

/* Content {{{1 */

static void
show_concept (TlInspector         *self,
              TlInspectorSections *sections,
              const TlConcept     *concept)
{
  gboolean component = concept->kind == TL_CONCEPT_COMPONENT;
  gboolean assessable = component || concept->kind == TL_CONCEPT_ACTIVITY;
  gboolean tools = component || concept->kind == TL_CONCEPT_DATA_OBJECT;

  show_concept_header (self, concept);
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
  set_caption (self, _("Attribute"), attribute->data_object->concept.name);
  gtk_label_set_label (self->name, attribute->name);
  set_text (self, attribute->meaning != NULL ? attribute->meaning : "");
  set_help_on_term (self, tl_term_for_attribute (attribute));
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
  show_record_header (self, record);
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
  show_several_header (self, self->several);
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
    show_record_header (self, self->record);
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
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-inspector.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlInspector, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, header);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, caption);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, help);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, name);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, text);
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
