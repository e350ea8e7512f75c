using System.Text.Json;

namespace CaseMgmt.Designer.Recorded;

/// <summary>A case or task as lists find it: enough to read its history and to link to it.</summary>
/// <param name="Subject">"case/17" or "task/4".</param>
public sealed record CaseRef(long Id, string Subject, string Number, string Urgency, string InstanceId, DateTime CreatedAt);

/// <summary>One line of the journal of a transition: "{node} {event} {outcomes}".</summary>
public readonly record struct RecordedLine(string Node, string Event, string Outcomes)
{
    /// <summary>Ids have no spaces, outcomes may.</summary>
    public static RecordedLine Parse(string text)
    {
        var parts = text.Split(' ', 3);
        return new(parts[0], parts.Length > 1 ? parts[1] : "", parts.Length > 2 ? parts[2] : "");
    }
}

/// <summary>One transition out of the hash chain.</summary>
/// <param name="Stimulus">start, resume, timer, skip, ...</param>
public sealed record RecordedStep(DateTime At, int Version, string Stimulus, IReadOnlyList<RecordedLine> Lines)
{
    /// <summary>Null for a transition of another instance about the same subject.</summary>
    public static RecordedStep? Read(DateTime at, string data, string instanceId)
    {
        using var json = JsonDocument.Parse(data);
        var root = json.RootElement;
        if (!root.TryGetProperty("instance", out var instance) || instance.GetString() != instanceId)
        {
            return null;
        }

        var lines = root.TryGetProperty("log", out var log) ? log.EnumerateArray().Select(line => RecordedLine.Parse(line.GetString() ?? "")) : [];
        return new(at, root.TryGetProperty("version", out var version) ? version.GetInt32() : 0, root.GetProperty("stimulus").GetString() ?? "", [.. lines]);
    }
}
