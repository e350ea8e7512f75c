using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tests.Inbox;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>The rules that no definition may edit away.</summary>
public sealed class GuardTests
{
    [Fact]
    public void Handle_ConfirmedWithoutEvidence_IsRefused() =>
        Assert.Equal([new GuardProblem("evidence", "evidence-required")], new Handle().Guard(Facts(Answers.Confirmed(), evidence: 0)));

    [Fact]
    public void Handle_UnfoundedWithoutEvidence_IsRefused()
    {
        var answers = Answers.Normal();
        answers["conclusion"] = "not-confirmed";
        Assert.Equal([new GuardProblem("evidence", "evidence-required")], new Handle().Guard(Facts(answers, evidence: 0)));
    }

    [Fact]
    public void Handle_NormalWithoutEvidence_Passes() => Assert.Empty(new Handle().Guard(Facts(Answers.Normal(), evidence: 0)));

    [Fact]
    public void Handle_ConfirmedWithoutMoney_NeedsTheWordThatThereIsNone()
    {
        var answers = Answers.Confirmed();
        answers.Remove("recoveredYuan");
        Assert.Equal([new GuardProblem("recoveredYuan", "money-or-none")], new Handle().Guard(Facts(answers)));
        answers["noMoney"] = true;
        Assert.Empty(new Handle().Guard(Facts(answers)));
    }

    [Fact]
    public void Recheck_ByThePersonWhoHandled_IsRefusedUnderAnyAccount()
    {
        Assert.Equal([new GuardProblem(null, "four-eyes")], new Recheck().Guard(Facts([], person: "1001")));
        Assert.Equal([new GuardProblem(null, "four-eyes")], new UnitReview().Guard(Facts([], person: "1001")));
        Assert.Empty(new Recheck().Guard(Facts([], person: "2002")));
    }

    private static AnswerFacts Facts(JsonObject answers, int evidence = 1, string person = "2002") =>
        new(new Answer("提交", null, answers, 7), evidence, person, new HashSet<string> { "1001" });
}
