namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>
/// What an audited object of a sample came to: 合格, 轻微不合格, 不合格, 弄虚作假, with the quality points that each costs its unit. Pure.
/// </summary>
public static class SampleGrades
{
    public const string Pass = "pass";
    public const string Minor = "minor";
    public const string Fail = "fail";
    public const string Falsified = "falsified";

    public const int LongestNote = 500;
    public const int ShortestNote = 4;

    private static readonly Dictionary<string, int> Costs = new(StringComparer.Ordinal) { [Pass] = 0, [Minor] = 1, [Fail] = 3, [Falsified] = 10 };

    public static int PointsOf(string grade) => Costs[grade];

    /// <summary>Whether the order behind the object goes back to be handled.</summary>
    public static bool Fails(string? grade) => grade is Fail or Falsified;

    /// <summary>Why a grade cannot stand; null where it can. A sample that may still change has no results; all but a pass says what was found.</summary>
    public static string? Refuse(string state, string? grade, string? note) =>
        state == SampleStates.Drawn ? "sample-not-frozen"
        : grade is null || !Costs.ContainsKey(grade) ? "sample-grade"
        : grade != Pass && note?.Trim().Length is not (>= ShortestNote and <= LongestNote) ? "sample-grade-note"
        : null;

    /// <summary>The figures of a sample; the pass rate counts graded objects only, those picked by hand apart, because who picks looks for faults.</summary>
    public static SampleResult Of(IEnumerable<SampleItem> items)
    {
        var graded = items.Where(item => item.Grade is not null).ToList();
        var drawn = graded.Where(item => item.Place > 0).ToList();
        var failed = drawn.Count(item => Fails(item.Grade));
        return new(graded.Count, graded.Count(item => Fails(item.Grade)), graded.Sum(item => PointsOf(item.Grade!)), drawn.Count, failed,
            drawn.Count == 0 ? null : Math.Round(100m * (drawn.Count - failed) / drawn.Count, 2), FailureBound.UpperPercent(drawn.Count, failed));
    }
}

/// <summary>How far a sample is judged, and what came out.</summary>
/// <param name="Drawn">Judged objects that chance chose; those picked by hand are left out.</param>
/// <param name="PassPercent">Of the drawn and graded objects; a slight fault that is put right passes.</param>
/// <param name="UpperPercent">The share of failures that the whole may have, with 95 % confidence.</param>
public sealed record SampleResult(int Graded, int Failed, int Points, int Drawn, int DrawnFailed, decimal? PassPercent, decimal? UpperPercent);
