using CaseMgmt.Cases.Plans.Samples;

namespace CaseMgmt.Cases.Tests.Plans;

/// <summary>What the results of a sample are worth, by hand-made figures.</summary>
public sealed class SampleGradesTests
{
    [Theory]
    [InlineData(SampleStates.Drawn, "pass", null, "sample-not-frozen")]
    [InlineData(SampleStates.Frozen, null, null, "sample-grade")]
    [InlineData(SampleStates.Frozen, "good", "明细齐全", "sample-grade")]
    [InlineData(SampleStates.Frozen, "minor", "  缺图 ", "sample-grade-note")]
    [InlineData(SampleStates.Frozen, "minor", "缺少照片", null)]
    [InlineData(SampleStates.Tasked, "pass", null, null)]
    public void Refuse_AGrade_NeedsAFrozenSampleAKnownWordAndANote(string state, string? grade, string? note, string? refusal) => Assert.Equal(refusal, SampleGrades.Refuse(state, grade, note));

    [Fact]
    public void Result_OfASample_CountsPointsOfAllAndThePassRateOfTheDrawn()
    {
        SampleItem[] items =
        [
            Item(1, SampleGrades.Pass), Item(2, SampleGrades.Minor), Item(3, SampleGrades.Fail), Item(4, null), Item(0, SampleGrades.Falsified),
        ];
        Assert.Equal(new SampleResult(4, 2, 14, 3, 1, 66.67m, 86.5m), SampleGrades.Of(items));
    }

    [Fact]
    public void Result_WithOnlyPickedObjectsJudged_HasNoPassRate() => Assert.Equal(new SampleResult(1, 0, 0, 0, 0, null, null), SampleGrades.Of([Item(0, SampleGrades.Pass), Item(1, null)]));

    private static SampleItem Item(int place, string? grade) => new() { ObjKey = $"N{place}", Place = place, Grade = grade };
}
