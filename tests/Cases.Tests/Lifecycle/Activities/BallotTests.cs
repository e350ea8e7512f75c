using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class BallotTests
{
    [Theory]
    [InlineData("all", 2, "y", null)]
    [InlineData("all", 2, "yy", "y")]
    [InlineData("all", 3, "yn", "n")]
    [InlineData("any", 3, "n", null)]
    [InlineData("any", 3, "ny", "y")]
    [InlineData("any", 2, "nn", "n")]
    [InlineData("majority", 3, "yn", null)]
    [InlineData("majority", 3, "yy", "y")]
    [InlineData("majority", 3, "nyn", "n")]
    [InlineData("majority", 4, "yynn", "n")]
    [InlineData("majority", 4, "yyy", "y")]
    public void Decide_OnTheVotesSoFar_IsDecidedAsSoonAsNothingCanChangeIt(string rule, int asked, string votes, string? outcome) =>
        Assert.Equal(outcome, Ballot.Decide(rule, asked, ["y", "n"], [.. votes.Select(vote => vote.ToString())]));

    [Fact]
    public void Decide_RejectedInTwoWays_LeavesByTheLastOfThem() => Assert.Equal("later", Ballot.Decide("majority", 3, ["y", "n", "later"], ["n", "later"]));
}
