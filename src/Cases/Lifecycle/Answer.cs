using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>A person's answer as it travels from the door to the waiting node.</summary>
/// <param name="By">Account id.</param>
public sealed record Answer(string Outcome, string? Comment, JsonObject Answers, long By)
{
    /// <summary>Chinese stays readable in the database.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string AnswersJson => Answers.ToJsonString(Readable);

    public JsonObject ToPayload() => new()
    {
        ["outcome"] = Outcome,
        ["comment"] = Comment,
        ["answers"] = Answers.DeepClone(),
        ["by"] = By,
    };

    public static Answer From(JsonNode? payload) => new(
        payload?["outcome"]?.GetValue<string>() ?? throw new FormatException("The answer names no outcome."),
        payload["comment"]?.GetValue<string>(),
        payload["answers"]?.DeepClone() as JsonObject ?? [],
        payload["by"]?.GetValue<long>() ?? 0);

    /// <summary>An answered field as text; null where it was left out.</summary>
    public string? Text(string field) => Answers[field] is JsonValue value ? value.ToString() : null;
}

/// <summary>What a guard may look at beside the answer itself. Persons are compared, not accounts: one person may have several.</summary>
/// <param name="PersonNo">Staff number of who answers.</param>
/// <param name="HandledBy">Staff numbers of everybody who did the work of this subject that others check: replied, rectified, planned the orders.</param>
public sealed record AnswerFacts(Answer Answer, int EvidenceCount, string PersonNo, IReadOnlySet<string> HandledBy)
{
    /// <summary>Conclusions that single items of the case were given.</summary>
    public IReadOnlyList<string> ItemConclusions { get; init; } = [];

    /// <summary>Staff numbers of those who answered the same question beside this one, where it was put to several.</summary>
    public IReadOnlySet<string> AnsweredBy { get; init; } = new HashSet<string>();
}

/// <summary>Why an answer is refused. <paramref name="Code"/> names the text in the resources; <paramref name="Field"/> is null when it concerns the whole answer.</summary>
public sealed record GuardProblem(string? Field, string Code);
