/* tl-service-columns.c: the columns of the table of services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-service-columns.h"

#include "analysis/tl-lifecycle.h"
#include "analysis/tl-traceability.h"
#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "ui/tl-line-meter.h"

#include <glib/gi18n.h>

/* Stage {{{1 */

/* In parentheses what nobody has said, but what there is tells. */
static char *
dup_stage (TlRecord *service)
{
  TlStanding standing;
  const char *name;

  tl_lifecycle_get_standing (service, &standing);
  if (standing.stage == NULL)
    return g_strdup (tl_record_get (service, TL_SERVICE_STAGE));
  name = standing.stage->concept.name;
  if (standing.is_stuck)
    /* Translators: %s is a stage of a value stream; something that it needs is missing */
    return g_strdup_printf (_("%s, stuck"), name);
  return standing.is_derived ? g_strdup_printf ("(%s)", name) : g_strdup (name);
}

/* In the order in which services go through them. */
static double
get_stage (TlRecord *service)
{
  const TlStage *const *stages;
  TlStanding standing;
  int i = 0;

  tl_lifecycle_get_standing (service, &standing);
  if (standing.stage == NULL)
    return -1;
  stages = tl_metamodel_get_lifecycle (tl_metamodel_get (standing.stage->concept.edition));
  while (stages[i] != NULL && stages[i] != standing.stage)
    i++;
  return i;
}

/* The line {{{1 */

static TlTraceability *
get_traceability (TlRecord *service)
{
  TlProject *project = tl_record_get_project (service);

  return project != NULL ? tl_traceability_get (project) : NULL;
}

static void
get_progress_numbers (TlRecord *service,
                      guint    *n_there,
                      guint    *n_line)
{
  TlTraceability *traceability = get_traceability (service);

  *n_there = *n_line = 0;
  if (traceability != NULL)
    tl_traceability_get_progress (traceability, service, n_there, n_line);
}

static char *
dup_progress (TlRecord *service)
{
  guint n_there, n_line;

  get_progress_numbers (service, &n_there, &n_line);
  /* Translators: how far along the backbone a service is */
  return g_strdup_printf (ngettext ("%1$'u of the %2$'u object on the line is there",
                                    "%1$'u of the %2$'u objects on the line are there", n_line),
                          n_there, n_line);
}

static double
get_progress (TlRecord *service)
{
  guint n_there, n_line;

  get_progress_numbers (service, &n_there, &n_line);
  return n_there;
}

/* As the meter draws it, and says it. */
static char *
dup_printed_progress (TlRecord *service)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_there, n_line;

  get_progress_numbers (service, &n_there, &n_line);
  for (guint i = 0; i < n_line; i++)
    g_string_append (text, i < n_there ? "●" : "○");
  g_string_append (text, "  ");
  /* Translators: how many of how many */
  g_string_append_printf (text, _("%1$u of %2$u"), n_there, n_line);
  return g_strdup (text->str);
}

static void
update_progress (GtkWidget *meter,
                 TlRecord  *service)
{
  guint n_there, n_line;

  get_progress_numbers (service, &n_there, &n_line);
  tl_line_meter_set (TL_LINE_METER (meter), n_there, n_line);
}

static double
get_gaps (TlRecord *service)
{
  TlTraceability *traceability = get_traceability (service);

  return traceability != NULL ? tl_traceability_count_gaps (traceability, service) : 0;
}

static char *
dup_gaps (TlRecord *service)
{
  guint n = (guint) get_gaps (service);

  return g_strdup_printf (ngettext ("%'u open gap", "%'u open gaps", n), n);
}

static char *
dup_printed_gaps (TlRecord *service)
{
  return g_strdup_printf ("%'u", (guint) get_gaps (service));
}

static GtkWidget *
create_gaps (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
update_gaps (GtkWidget *label,
             TlRecord  *service)
{
  guint n = (guint) get_gaps (service);
  g_autofree char *text = dup_printed_gaps (service);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (n > 0)
    gtk_widget_add_css_class (label, "badge");
  else
    gtk_widget_remove_css_class (label, "badge");
}

const TlRecordColumn tl_service_columns[] = {
  [TL_SERVICE_COLUMN_NAME] = { NC_("column", "Name"), tl_edit_create_title,
                               .expand = TRUE, .min_chars = 14, .rename_field = TL_SERVICE_NAME },
  [TL_SERVICE_COLUMN_OWNER] = { NC_("column", "Owner"), .field = TL_SERVICE_OWNER, .expand = TRUE, .min_chars = 8, .yields = 2 },
  [TL_SERVICE_COLUMN_CRITICALITY] = { NC_("column", "Criticality"), .field = TL_SERVICE_CRITICALITY, .is_choice = TRUE,
                                      .min_chars = 5, .yields = 1 },
  [TL_SERVICE_COLUMN_STATE] = { NC_("column", "State"), .field = TL_SERVICE_STATE, .is_choice = TRUE,
                                .min_chars = 5, .yields = 3 },
  [TL_SERVICE_COLUMN_STAGE] = { NC_("column", "Stage"), dup_stage, tl_lifecycle_create_text, get_stage,
                                .min_chars = 8, .yields = 4 },
  [TL_SERVICE_COLUMN_PROGRESS] = { NC_("column", "Line"), dup_progress, NULL, get_progress, .is_number = TRUE,
                                   .at_start = TRUE, .min_chars = 11, .create_widget = tl_line_meter_new,
                                   .update_widget = update_progress, .dup_printed = dup_printed_progress },
  [TL_SERVICE_COLUMN_GAPS] = { NC_("column", "Gaps"), dup_gaps, NULL, get_gaps, .is_number = TRUE,
                               .create_widget = create_gaps, .update_widget = update_gaps,
                               .dup_printed = dup_printed_gaps },
  { NULL },
};
