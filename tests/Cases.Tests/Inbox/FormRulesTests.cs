using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;

namespace CaseMgmt.Cases.Tests.Inbox;

/// <summary>The server's check of answers, on the handling reply that the product ships.</summary>
public sealed class FormRulesTests
{
    private static readonly FormDefinition Reply = Shipped.Forms().Get("handling-reply", 1);

    [Fact]
    public void Check_CompleteConfirmedReply_FindsNothing() => Assert.Empty(Check(Answers.Confirmed()));

    [Fact]
    public void Check_EmptyReply_NamesEveryRequiredField() =>
        Assert.Equal(["checkedBy", "checkedAt", "conclusion", "explanation"], Check([]).Select(error => error.Field));

    [Fact]
    public void Check_ConfirmedWithoutCause_AsksForItBecauseOfTheConclusion()
    {
        var answers = Answers.Confirmed();
        answers.Remove("cause");
        Assert.Equal([new FormError("cause", "required")], Check(answers));
    }

    [Fact]
    public void Check_NormalWithoutCauseAndEvidence_IsFine() => Assert.Empty(Check(Answers.Normal(), evidence: 0));

    [Fact]
    public void Check_ConfirmedWithoutEvidence_AsksForIt() =>
        Assert.Equal([new FormError("evidence", "evidence", 1m)], Check(Answers.Confirmed(), evidence: 0));

    [Theory]
    [InlineData("explanation", "太短", "too-short")]
    [InlineData("checkedBy", "dream", "choice")]
    [InlineData("checkedAt", "10.06.2026", "date")]
    [InlineData("recoveredYuan", "12.345", "decimals")]
    [InlineData("recoveredYuan", "1,200", "number")]
    [InlineData("recoveredYuan", "200000000", "max")]
    [InlineData("hack", "x", "unknown-field")]
    public void Check_OneBadValue_NamesFieldAndReason(string field, string value, string code)
    {
        var answers = Answers.Confirmed();
        answers[field] = value;
        var error = Assert.Single(Check(answers));
        Assert.Equal((field, code), (error.Field, error.Code));
    }

    [Fact]
    public void Check_RequiredForOutcome_CountsOnlyForThatOutcome()
    {
        var review = Shipped.Forms().Get("unit-review", 1);
        JsonObject answers = new() { ["opinion"] = "材料不全" };
        Assert.Empty(FormRules.Check(review, answers, "同意", 0));
        Assert.Equal([new FormError("returnCode", "required")], FormRules.Check(review, answers, "退回", 0));
    }

    [Fact]
    public void Clean_ValueOfAFieldThatIsNoLongerShown_IsNotKept()
    {
        var answers = Answers.Normal();
        answers["recoveredYuan"] = "100.00";
        Assert.Null(FormRules.Clean(Reply, answers)["recoveredYuan"]);
        Assert.Equal("normal", FormRules.Clean(Reply, answers)["conclusion"]!.ToString());
    }

    [Fact]
    public void EveryShippedForm_HasBothLanguagesAndKnownTypesAndRealConditions()
    {
        string[] types = ["text", "markdown", "choice", "choices", "date", "datetime", "money", "energy", "integer", "decimal", "boolean", "evidence"];
        foreach (var field in Shipped.AllForms().SelectMany(form => form.Fields.Select(field => (form, field))))
        {
            Assert.Contains(field.field.Type, types);
            Assert.False(string.IsNullOrWhiteSpace(field.field.Label.Zh) || string.IsNullOrWhiteSpace(field.field.Label.En));
            foreach (var when in new[] { field.field.RequiredWhen, field.field.VisibleWhen }.OfType<FormCondition>())
            {
                var other = field.form.Field(when.Field);
                Assert.True(other is not null && when.In.All(value => other.Options.Any(option => option.Value == value)), $"{field.form.Key}.{field.field.Name}");
            }
        }
    }

    private static IReadOnlyList<FormError> Check(JsonObject answers, int evidence = 1) => FormRules.Check(Reply, answers, "提交", evidence);
}

/// <summary>Replies as a station writes them.</summary>
internal static class Answers
{
    public static JsonObject Confirmed() => new()
    {
        ["checkedBy"] = "onsite",
        ["checkedAt"] = "2026-06-10",
        ["checkers"] = "张三、李四",
        ["conclusion"] = "confirmed-internal",
        ["problemKind"] = "02",
        ["cause"] = "04",
        ["explanation"] = "现场核对铭牌容量为 400 kVA，系统电价仍为单一制，属改类后未维护电价。",
        ["responsible"] = "城关供电所营业班",
        ["correctionType"] = "04",
        ["correction"] = "已发起改类流程并追补基本电费。",
        ["recoveredYuan"] = "12800.50",
    };

    public static JsonObject Normal() => new()
    {
        ["checkedBy"] = "system",
        ["checkedAt"] = "2026-06-10",
        ["conclusion"] = "normal",
        ["explanation"] = "该户为季节性用电客户，合同约定可选择单一制电价，属正常现象。",
    };
}
