using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Designer.Recorded;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using System.Text.Json.Nodes;

namespace CaseMgmt.Designer.Replay;

/// <summary>One question of the replay and the recorded answer it was given.</summary>
public sealed record Answered(string Node, string Name, OpenWorkItem Question, RecordedAnswer Answer);

/// <summary>Leads one recorded case through a version, answer by answer.</summary>
internal sealed class ReplayTrack
{
    /// <summary>A version that goes round and round on recorded answers ends with them; on timers alone it would not.</summary>
    private const int MostTransitions = 500;

    private readonly CompiledDefinition definition;
    private readonly RecordedCase recorded;
    private readonly TimeZoneInfo zone;
    private readonly Dictionary<string, OpenWorkItem> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly List<string> taken = [];
    private InstanceState state;
    private DateTime now;
    private int transitions;

    public ReplayTrack(CompiledDefinition definition, RecordedCase recorded, TimeZoneInfo zone)
    {
        (this.definition, this.recorded, this.zone) = (definition, recorded, zone);
        now = recorded.Steps.Count > 0 ? recorded.Steps[0].At : recorded.About.CreatedAt;
        state = InstanceState.New(recorded.About.InstanceId, definition, recorded.About.Subject);
        Take(new Stimulus.Start((JsonObject)recorded.Input.DeepClone()));
    }

    public ReplayStop? Stop { get; private set; }

    /// <summary>Nodes that completed, with their outcomes, in order.</summary>
    public IReadOnlyList<string> Taken => taken;

    public static string Way(string node, string outcomes) => $"{node} {outcomes}";

    /// <summary>Goes on to the next answer of a person and gives it; null at the end, or where it cannot go on (see <see cref="Stop"/>).</summary>
    public Answered? Next()
    {
        while (Stop is null && state.Status == WorkflowStatus.Running)
        {
            if (++transitions > MostTransitions)
            {
                Halt(state.Bookmarks[0], "too-long");
                return null;
            }

            var waits = state.Bookmarks.Select(bookmark => (Bookmark: bookmark, Answer: AnswerOf(bookmark))).ToList();
            if (waits.Find(wait => wait.Answer is null && wait.Bookmark.DueAt is null) is { Bookmark: { } open } && !waits.Exists(wait => wait.Answer is not null))
            {
                Halt(open, questions.ContainsKey(open.Id) ? "no-answer" : "outside");
                return null;
            }

            var (bookmark, answer) = waits.MinBy(wait => wait.Answer?.CompletedAt ?? wait.Bookmark.DueAt ?? DateTime.MaxValue);
            if (answer is null)
            {
                Fire(bookmark);
            }
            else if (Give(bookmark, answer) is { } answered)
            {
                return answered;
            }
        }

        return null;
    }

    /// <summary>The n-th visit of a node is answered by its n-th recorded answer.</summary>
    private RecordedAnswer? AnswerOf(Bookmark bookmark) => questions.ContainsKey(bookmark.Id)
        ? recorded.Answers.Where(answer => answer.Node == bookmark.ActivityId).ElementAtOrDefault(asked.GetValueOrDefault(bookmark.ActivityId)) : null;

    private Answered? Give(Bookmark bookmark, RecordedAnswer answer)
    {
        var question = questions[bookmark.Id];
        if (!JsonNode.Parse(question.OutcomesJson)!.AsArray().Any(outcome => (string?)outcome!["value"] == answer.Outcome))
        {
            Halt(bookmark, "unknown-outcome", answer.Outcome);
            return null;
        }

        asked[bookmark.ActivityId] = asked.GetValueOrDefault(bookmark.ActivityId) + 1;
        now = answer.CompletedAt > now ? answer.CompletedAt : now;
        Take(new Stimulus.ResumeBookmark(bookmark.Id, new Answer(answer.Outcome, answer.Comment, (JsonObject)answer.Answers.DeepClone(), answer.By).ToPayload()));
        return new(bookmark.ActivityId, NameOf(bookmark.ActivityId), question, answer);
    }

    private void Fire(Bookmark timer)
    {
        now = timer.DueAt > now ? timer.DueAt.Value : now;
        Take(new Stimulus.TimerDue(timer.Id));
    }

    private void Take(Stimulus stimulus)
    {
        var transition = Interpreter.Advance(definition, state, stimulus, new AdvanceSettings(now, TransitionSeed.Of(state.InstanceId, state.Sequence), zone));
        state = transition.Next;
        taken.AddRange(transition.Log.Where(line => line.Kind == LogKind.Completed && !line.Node.Activity.Descriptor.IsContainer && line.Node.Index != 0)
            .Select(line => Way(line.ActivityId, line.Outcomes is { Count: > 0 } outcomes ? string.Join(',', outcomes) : "")));
        foreach (var question in transition.Effects.OfType<OpenWorkItem>())
        {
            questions[question.BookmarkId] = question;
        }

        if (transition.Incidents is [var incident, ..])
        {
            Stop = new(incident.ActivityId, NameOf(incident.ActivityId), ReplayStop.Incident, incident.Message);
        }
    }

    private void Halt(Bookmark bookmark, string code, string? detail = null) => Stop = new(bookmark.ActivityId, NameOf(bookmark.ActivityId), code, detail);

    private string NameOf(string node) => definition.FindNode(node)?.DisplayName ?? node;
}
