using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Designer.Trials;

/// <summary>
/// Runs a draft in memory to show where it goes: no work item, no notification, no case, no row. Effects are listed and not applied; questions are answered by
/// the given choices, then by each node's main outcome; time passes at once. Deterministic, so that the same choices show the same path again.
/// </summary>
public sealed class Trial
{
    /// <summary>Steps after which a trial that goes round in circles stops.</summary>
    public const int MostSteps = 200;

    private readonly WorkingCalendar calendar;
    private readonly Queue<string> choices;
    private readonly List<TrialStep> steps = [];
    private readonly DryRun world;
    private readonly DryRunInstance instance;
    private int read;

    private Trial(CompiledDefinition definition, IEnumerable<CompiledDefinition> others, IEnumerable<string> choices, WorkingCalendar calendar, DateTime now)
    {
        (this.calendar, this.choices) = (calendar, new(choices));
        world = new DryRun(new AdvanceSettings(now, 0, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
        world.Add(definition);
        foreach (var other in others)
        {
            world.Add(other);
        }

        instance = world.Start(definition.DefinitionId, [], "case/0", "trial");
        Note();
    }

    /// <param name="others">Whatever it starts as children; a trial does not follow them, so that an empty one serves.</param>
    /// <param name="choices">Outcomes of the questions in the order they come; where they end, the main outcome is taken.</param>
    public static TrialResult Run(CompiledDefinition definition, IEnumerable<CompiledDefinition> others, IEnumerable<string> choices, WorkingCalendar calendar, DateTime now)
    {
        try
        {
            var trial = new Trial(definition, others, choices, calendar, now);
            while (trial.steps.Count < MostSteps && trial.instance.State.Status == WorkflowStatus.Running && trial.Advance())
            {
                trial.Note();
            }

            return trial.Result();
        }
        catch (InvalidOperationException problem)
        {
            // It starts a lifecycle that does not exist, or does not come to rest.
            return new([], "faulted", problem.Message);
        }
    }

    private TrialResult Result()
    {
        var state = instance.State;
        return state.Incidents is [var incident, ..] ? new(steps, "faulted", incident.Message)
            : state.Status == WorkflowStatus.Finished ? new(steps, "finished", null)
            : new(steps, "stopped", steps.Count >= MostSteps ? "too-many-steps" : "nothing-to-do");
    }

    private bool Advance() => instance.State.Bookmarks is [var bookmark, ..] && (bookmark.Name, Asked(bookmark)) switch
    {
        (_, OpenWorkItem question) => Answer(bookmark, question),
        (_, PlanWorkingTime plan) => Resume(bookmark, PlanWorkingTimeHandler.Answer(calendar, world.Now, plan.Hours)),
        (_, SendHttpRequest) => Resume(bookmark, new JsonObject { ["StatusCode"] = 200, ["Headers"] = new JsonObject(), ["Body"] = "" }),
        ("Admitted", _) => Resume(bookmark, new JsonObject { ["admitted"] = 1, ["untriaged"] = IsFirst(bookmark) ? 1 : 0 }),
        ("CasesPlanned", _) => Resume(bookmark, new JsonObject { ["caseIds"] = new JsonArray(1) }),
        _ when bookmark.DueAt is { } due => Pass(bookmark, due),
        _ => Wait(bookmark),
    };

    private bool Answer(Bookmark bookmark, OpenWorkItem question)
    {
        var outcomes = JsonNode.Parse(question.OutcomesJson)!.AsArray().OfType<JsonObject>().ToList();
        var options = outcomes.Select(outcome => (string)outcome["value"]!).ToList();
        var main = outcomes.Find(outcome => (bool)outcome["primary"]!) is { } primary ? (string)primary["value"]! : options.FirstOrDefault();
        var chosen = choices.TryDequeue(out var wanted) && options.Contains(wanted) ? wanted : main;
        var due = calendar.Add(world.Now, TimeSpan.FromHours((double)question.HoursNormal));
        steps.Add(new(bookmark.ActivityId, question.Title, "human", options, chosen, null, due) { Question = question });
        return chosen is not null && Resume(bookmark, new Answer(chosen, null, [], 0).ToPayload());
    }

    private bool Pass(Bookmark bookmark, DateTime due)
    {
        steps.Add(new(bookmark.ActivityId, NameOf(bookmark.ActivityId), "wait", [], null, null, due));
        world.Pass(due - world.Now);
        return true;
    }

    // An event, or something else from outside: it arrives at once. What refuses it ends the trial.
    private bool Wait(Bookmark bookmark)
    {
        steps.Add(new(bookmark.ActivityId, NameOf(bookmark.ActivityId), "wait", [], null, bookmark.Key, world.Now));
        return Resume(bookmark, new JsonObject());
    }

    private bool Resume(Bookmark bookmark, JsonNode payload) => world.Resume(instance, bookmark.Id, payload);

    private Effect? Asked(Bookmark bookmark) => world.OtherEffects.FirstOrDefault(effect => effect switch
    {
        OpenWorkItem question => question.BookmarkId == bookmark.Id,
        PlanWorkingTime plan => plan.BookmarkId == bookmark.Id,
        SendHttpRequest request => request.BookmarkId == bookmark.Id,
        _ => false,
    });

    private bool IsFirst(Bookmark bookmark) => !steps.Exists(step => step.ActivityId == bookmark.ActivityId);

    // "Done" says nothing that the next line does not say.
    private static string? PortOf(LogEvent line) =>
        line.Outcomes?.Where(outcome => outcome is not ("Done" or "Completed")).ToList() is { Count: > 0 } outcomes ? string.Join(", ", outcomes) : null;

    private string NameOf(string activityId) => instance.Definition.FindNode(activityId)?.DisplayName ?? activityId;

    // Questions and waits were noted when they were met; of the journal only what ran by itself, and what failed, is new.
    private void Note()
    {
        foreach (var line in instance.Log.Skip(read).Where(line => line.Node.Type is not ("Elsa.Workflow" or "Elsa.Flowchart")))
        {
            if (line.Kind == LogKind.Faulted)
            {
                steps.Add(new(line.ActivityId, line.Node.DisplayName, "automatic", [], null, line.Message, world.Now));
            }
            else if (line.Kind == LogKind.Completed && !steps.Exists(step => step.ActivityId == line.ActivityId && step.Kind != "automatic"))
            {
                steps.Add(new(line.ActivityId, line.Node.DisplayName, "automatic", [], PortOf(line), null, world.Now));
            }
        }

        read = instance.Log.Count;
    }
}
