using CaseMgmt.Cases.Plans.Schemes;

namespace CaseMgmt.Cases.Tests.Plans;

/// <summary>Who makes up the team of a scheme, and which part of it goes to a unit.</summary>
public sealed class TeamRulesTests
{
    private static readonly string[] Units = ["370306", "370307"];

    [Fact]
    public void Team_OfPeopleWithRolesAndUnitsOfTheScheme_IsOne() =>
        Assert.Null(TeamRules.Refuse([new(1, "leader", null), new(2, "inspector", ["370306"]), new(3, "recorder", [])], Units));

    [Fact]
    public void Team_ThatIsWrong_IsRefusedWithItsReason()
    {
        Assert.Equal("scheme-members", TeamRules.Refuse(null, Units));
        Assert.Equal("scheme-members", TeamRules.Refuse([new(1, "boss", null)], Units));
        Assert.Equal("scheme-members", TeamRules.Refuse([.. Enumerable.Range(1, 61).Select(id => new WriteMembers.Member(id, "inspector", null))], Units));
        Assert.Equal("scheme-member-twice", TeamRules.Refuse([new(1, "leader", null), new(1, "recorder", null)], Units));
        Assert.Equal("scheme-leader", TeamRules.Refuse([new(1, "leader", null), new(2, "leader", null)], Units));
        Assert.Equal("scheme-member-units", TeamRules.Refuse([new(1, "leader", ["999"])], Units));
    }

    [Theory]
    [InlineData("special", "leader", null)]
    [InlineData("special", "inspector", "scheme-leader")]
    [InlineData("special", "", "scheme-leader")]
    [InlineData("onsite", "leader", "scheme-two")]
    [InlineData("onsite", "leader recorder", "scheme-two")]
    [InlineData("onsite", "leader inspector", null)]
    public void Submit_NeedsALeaderAndOnSiteTwoInspectors(string type, string roles, string? refusal) => Assert.Equal(
        refusal, TeamRules.RefuseSubmit(type, [.. roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((role, id) => new SchemeMember { AccountId = id, Role = role })]));

    [Fact]
    public void Part_ForAUnit_LeavesOutWhoGoesElsewhereAndBeginsWithTheLeader()
    {
        SchemeMember[] team =
        [
            new() { AccountId = 1, Role = "recorder" }, new() { AccountId = 2, Role = "inspector", Units = "370307" }, new() { AccountId = 3, Role = "inspector", Units = "370306,370307" },
            new() { AccountId = 4, Role = "leader" },
        ];
        Assert.Equal([4, 3, 1], TeamRules.For(team, unit => unit == "370306").Select(member => member.AccountId));
    }
}
