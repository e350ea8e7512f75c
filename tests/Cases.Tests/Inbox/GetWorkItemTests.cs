using CaseMgmt.Cases.Inbox;

namespace CaseMgmt.Cases.Tests.Inbox;

/// <summary>Which earlier answers a person starts from.</summary>
public sealed class GetWorkItemTests
{
    private const string Recheck = """[{ "value": "通过", "primary": true }, { "value": "退回", "primary": false }]""";

    [Theory]
    [InlineData("通过", true)]
    [InlineData("退回", false)]
    [InlineData(null, false)]
    public void Outcome_OfAStepWithAPrimaryOne_WentOnOnlyByThat(string? outcome, bool wentOn) => Assert.Equal(wentOn, GetWorkItem.WentOn(Recheck, outcome));

    [Fact]
    public void Outcome_OfAStepWithoutAPrimaryOne_AlwaysWentOn() => Assert.True(GetWorkItem.WentOn("""[{ "value": "甲" }, { "value": "乙", "primary": false }]""", "乙"));
}
