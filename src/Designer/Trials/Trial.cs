using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Designer.Trials;

/// <summary>
/// Runs a draft in memory to show where it goes, its children too: no work item, no notification, no case, no row. Effects are listed and not applied; questions are answered by
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
    private readonly DryRunInstance own;
    private readonly TrialChildren children;
    private readonly Dictionary<DryRunInstance, int> read = [];

    private Trial(CompiledDefinition definition, TrialChildren children, IEnumerable<string> choices, WorkingCalendar calendar, DateTime now)
    {
        (this.calendar, this.choices, this.children) = (calendar, new(choices), children);
        world = new DryRun(new AdvanceSettings(now, 0, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")) { KnowsDefinition = children.Knows }) { ChildDefinition = children.Choose };
        world.Add(definition);
        own = world.Start(definition.DefinitionId, [], "case/0", "trial");
        Note();
    }

    /// <param name="children">Lifecycles that it may start; the first few children are followed.</param>
    /// <param name="choices">Outcomes of the questions in the order they come; where they end, the main outcome is taken.</param>
    public static TrialResult Run(CompiledDefinition definition, TrialChildren children, IEnumerable<string> choices, WorkingCalendar calendar, DateTime now)
    {
        try
        {
            var trial = new Trial(definition, children, choices, calendar, now);
            while (trial.steps.Count < MostSteps && trial.Advance())
            {
                trial.Note();
            }

            return trial.Result() with { PassedBy = children.PassedBy };
        }
        catch (InvalidOperationException problem)
        {
            // It starts a lifecycle that does not exist, or does not come to rest.
            return new([], "faulted", problem.Message);
        }
    }

    private TrialResult Result() => world.Instances.SelectMany(each => each.State.Incidents).FirstOrDefault() is { } incident ? new(steps, "faulted", incident.Message)
        : own.State.Status == WorkflowStatus.Finished ? new(steps, "finished", null)
        : new(steps, "stopped", steps.Count >= MostSteps ? "too-many-steps" : "nothing-to-do");

    // The youngest first: a parent waits for its children, and its wait for them is not ours to end.
    private bool Advance() => world.Instances.Reverse().Where(each => each.State.Status == WorkflowStatus.Running)
        .SelectMany(each => each.State.Bookmarks.Where(bookmark => bookmark is { Children: 0, EachOf: null }), (each, bookmark) => (each, bookmark))
        .FirstOrDefault() is ({ } instance, { } bookmark) && Advance(instance, bookmark);

    private bool Advance(DryRunInstance instance, Bookmark bookmark) => (bookmark.Name, Asked(bookmark)) switch
    {
        (_, OpenWorkItem question) => Answer(instance, bookmark, question),
        (_, PlanWorkingTime plan) => Resume(instance, bookmark, PlanWorkingTimeHandler.Answer(calendar, world.Now, plan.Hours)),
        (_, SendHttpRequest) => Resume(instance, bookmark, new JsonObject { ["StatusCode"] = 200, ["Headers"] = new JsonObject(), ["Body"] = "" }),
        ("Admitted", _) => Resume(instance, bookmark, new JsonObject { ["admitted"] = 1, ["untriaged"] = IsFirst(bookmark) ? 1 : 0 }),
        ("CasesPlanned", _) => Resume(instance, bookmark, new JsonObject { ["caseIds"] = new JsonArray(1) }),
        _ when bookmark.DueAt is { } due => Pass(instance, bookmark, due),
        _ => Wait(instance, bookmark),
    };

    private bool Answer(DryRunInstance instance, Bookmark bookmark, OpenWorkItem question)
    {
        var outcomes = JsonNode.Parse(question.OutcomesJson)!.AsArray().OfType<JsonObject>().ToList();
        var options = outcomes.Select(outcome => (string)outcome["value"]!).ToList();
        var main = outcomes.Find(outcome => (bool)outcome["primary"]!) is { } primary ? (string)primary["value"]! : options.FirstOrDefault();
        var chosen = choices.TryDequeue(out var wanted) && options.Contains(wanted) ? wanted : main;
        var due = calendar.Add(world.Now, TimeSpan.FromHours((double)question.HoursNormal));
        steps.Add(new(bookmark.ActivityId, question.Title, "human", options, chosen, null, due) { NodeEn = question.TitleEn, Question = question, Inside = Inside(instance) });
        return chosen is not null && Resume(instance, bookmark, new Answer(chosen, null, [], 0).ToPayload());
    }

    private bool Pass(DryRunInstance instance, Bookmark bookmark, DateTime due)
    {
        steps.Add(new(bookmark.ActivityId, NameOf(instance, bookmark.ActivityId), "wait", [], null, null, due) { NodeEn = NameOf(instance, bookmark.ActivityId, "en"), Inside = Inside(instance) });
        world.Pass(due - world.Now);
        return true;
    }

    // An event, or something else from outside: it arrives at once. What refuses it ends the trial.
    private bool Wait(DryRunInstance instance, Bookmark bookmark)
    {
        steps.Add(new(bookmark.ActivityId, NameOf(instance, bookmark.ActivityId), "wait", [], null, bookmark.Key, world.Now) { NodeEn = NameOf(instance, bookmark.ActivityId, "en"), Inside = Inside(instance) });
        return Resume(instance, bookmark, new JsonObject());
    }

    private bool Resume(DryRunInstance instance, Bookmark bookmark, JsonNode payload) => world.Resume(instance, bookmark.Id, payload);

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

    private static string NameOf(DryRunInstance instance, string activityId, string language = "zh") =>
        instance.Definition.FindNode(activityId) is { } node ? StepNames.Of(node, language) : activityId;

    /// <summary>The name of the child that a step belongs to; null for the draft's own.</summary>
    private string? Inside(DryRunInstance instance) => instance == own ? null : children.NameOf(instance.Definition);

    // Questions and waits were noted when they were met; of the journals only what ran by itself, and what failed, is new.
    private void Note()
    {
        foreach (var instance in world.Instances.Where(each => !children.IsPassedBy(each.Definition)))
        {
            foreach (var line in instance.Log.Skip(read.GetValueOrDefault(instance)).Where(line => line.Node.Type is not ("Elsa.Workflow" or "Elsa.Flowchart")))
            {
                Note(line, Inside(instance));
            }

            read[instance] = instance.Log.Count;
        }
    }

    private void Note(LogEvent line, string? inside)
    {
        if (line.Kind == LogKind.Faulted)
        {
            steps.Add(new(line.ActivityId, line.Node.DisplayName, "automatic", [], null, line.Message, world.Now) { NodeEn = StepNames.Of(line.Node, "en"), Inside = inside });
        }
        else if (line.Kind == LogKind.Completed && !steps.Exists(step => step.ActivityId == line.ActivityId && step.Inside == inside && step.Kind != "automatic"))
        {
            steps.Add(new(line.ActivityId, line.Node.DisplayName, "automatic", [], PortOf(line), null, world.Now) { NodeEn = StepNames.Of(line.Node, "en"), Inside = inside });
        }
    }
}
