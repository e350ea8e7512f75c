using CaseMgmt.Cases.Evaluation;

namespace CaseMgmt.Cases.Tests.Evaluation;

/// <summary>The score of a unit's replies, worked out by hand.</summary>
public sealed class ReplyQualityTests
{
    [Theory]
    [InlineData(100, 100, 30, 30, "10.00")]
    [InlineData(100, 95, 20, 18, "6.25")]
    [InlineData(100, 90, 0, 0, "5.00")]
    [InlineData(0, 0, 10, 9, "5.00")]
    [InlineData(10, 8, 10, 8, "0.00")]
    [InlineData(10, 2, 10, 10, "0.00")]
    public void Score_OfAMonth_IsHalfFirstPassesAndHalfSamples(int closed, int firstPass, int sampled, int passed, string score) =>
        Assert.Equal(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture), new ReplyQuality(closed, firstPass, sampled, passed).Score);

    [Fact]
    public void Score_OfAMonthWithoutOrdersAndSamples_IsNone()
    {
        var nothing = new ReplyQuality(0, 0, 0, 0);
        Assert.Equal((null, null, null), (nothing.Score, nothing.FirstPassPercent, nothing.PassPercent));
    }
}
