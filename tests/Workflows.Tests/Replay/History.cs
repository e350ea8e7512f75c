using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Tests.Execution;

namespace CaseMgmt.Workflows.Tests.Replay;

/// <summary>
/// A recorded history: a definition and its stimuli, each with the instant, the state it led to and the journal it wrote. A later build must reach the same
/// states from the same stimuli, or running cases of earlier releases would change under it. Files are never edited; a release adds new ones.
/// </summary>
internal sealed record History(JsonObject Definition, IReadOnlyList<History.Step> Steps)
{
    /// <param name="Stimulus">{ start: input } | { resume: activityId, payload } | { due: activityId } | { retry | skip: activityId } | { edit: name, value } | { move: activityId, to } | { cancel }</param>
    internal sealed record Step(DateTime At, JsonObject Stimulus, JsonNode State, string Journal);

    public static History Read(string text)
    {
        var json = (JsonObject)JsonNode.Parse(text)!;
        return new History((JsonObject)json["definition"]!, [.. json["steps"]!.AsArray().Select(step => new Step(
            DateTime.Parse(step!["at"]!.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), (JsonObject)step["stimulus"]!, step["state"]!, step["journal"]!.ToString()))]);
    }

    public string Write() => new JsonObject
    {
        ["definition"] = Definition.DeepClone(),
        ["steps"] = new JsonArray([.. Steps.Select(step => (JsonNode)new JsonObject
        {
            ["at"] = step.At.ToString("O", CultureInfo.InvariantCulture),
            ["stimulus"] = step.Stimulus.DeepClone(),
            ["state"] = step.State.DeepClone(),
            ["journal"] = step.Journal,
        })]),
    }.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The same definition and stimuli, run by this build.</summary>
    public History Replay()
    {
        var definition = DefinitionCompiler.Compile(DefinitionJson.Read(Definition), Draw.Catalog);
        var state = InstanceState.New("replay", definition, "case/1");
        var steps = new List<Step>();
        foreach (var step in Steps)
        {
            var transition = Interpreter.Advance(definition, state, Stimulus(step.Stimulus, state), Draw.Settings with { Now = step.At });
            var journal = transition.Refused is { } refusal ? $"refused {refusal.Code}" : string.Join(' ', transition.Log.Select(line => $"{line.ActivityId}:{line.Event}"));
            state = InstanceState.Read(transition.Next.Write(definition), definition);
            steps.Add(step with { State = JsonNode.Parse(state.Write(definition))!, Journal = journal });
        }

        return this with { Steps = steps };
    }

    private static Stimulus Stimulus(JsonObject json, InstanceState state) => json.First() switch
    {
        { Key: "start" } start => new Stimulus.Start((JsonObject)start.Value!.DeepClone()),
        { Key: "resume" } resume => new Stimulus.ResumeBookmark(BookmarkOf(state, resume.Value), json["payload"]?.DeepClone()),
        { Key: "due" } due => new Stimulus.TimerDue(BookmarkOf(state, due.Value)),
        { Key: "retry" } retry => new Stimulus.Retry(FailedAt(state, retry.Value)),
        { Key: "skip" } skip => new Stimulus.Skip(FailedAt(state, skip.Value)),
        { Key: "edit" } edit => new Stimulus.EditVariable(edit.Value!.ToString(), json["value"]?.DeepClone()),
        { Key: "move" } move => new Stimulus.MoveToken(state.Bookmarks.First(open => open.ActivityId == move.Value!.ToString()).ActivityInstanceId, json["to"]!.ToString()),
        _ => new Stimulus.Cancel(null),
    };

    private static string BookmarkOf(InstanceState state, JsonNode? activityId) => state.Bookmarks.FirstOrDefault(open => open.ActivityId == activityId!.ToString())?.Id ?? "";

    private static string FailedAt(InstanceState state, JsonNode? activityId) => state.Incidents.First(incident => incident.ActivityId == activityId!.ToString()).ActivityInstanceId;
}
