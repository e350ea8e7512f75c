using System.Text.Json.Nodes;

namespace CaseMgmt.Designer.Recorded;

/// <summary>One answer that a person gave to a step.</summary>
public sealed record RecordedAnswer(string Node, string Outcome, string? Comment, JsonObject Answers, long By, DateTime OpenedAt, DateTime CompletedAt, DateTime? DueAt);

/// <summary>Everything that history holds about one case: what it was started with, what people answered, what ran.</summary>
/// <param name="Evidence">Number of files of the case.</param>
public sealed record RecordedCase(CaseRef About, JsonObject Input, IReadOnlyList<RecordedAnswer> Answers, IReadOnlyList<RecordedStep> Steps, int Evidence);
