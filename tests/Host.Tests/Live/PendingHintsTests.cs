using CaseMgmt.Cases.Notifications;
using CaseMgmt.Host.Live;

namespace CaseMgmt.Host.Tests.Live;

/// <summary>What a flood of commits comes to for one browser.</summary>
public sealed class PendingHintsTests
{
    private const string Station = "/37/3703/370306/37030601/";
    private const string Station2 = "/37/3703/370306/37030602/";

    [Fact]
    public void Burst_OfThousandsOfOrders_IsAHandfulOfHints()
    {
        var pending = new PendingHints();
        for (var order = 0; order < 5_000; order++)
        {
            pending.Add($"case/{order}");
            pending.Add(Topics.ToOrg(order % 2 == 0 ? Station : Station2, $"case/{order}"));
            pending.Add(Topics.ToOrg(order % 2 == 0 ? Station : Station2, Topics.Inbox));
            pending.Add(Topics.To(order % 50, Topics.Notifications));
        }

        var hints = pending.Take();

        Assert.Equal(["case/*", "inbox", "notifications"], hints.Select(hint => hint.Topic).Order(StringComparer.Ordinal));
        Assert.Null(hints.Single(hint => hint.Topic == "case/*").Groups);
        Assert.Equal(50, hints.Single(hint => hint.Topic == "notifications").Groups!.Count);
    }

    [Fact]
    public void Topic_ThatChangedInTwoPlaces_IsToldOnceToWhoSeesEither()
    {
        var pending = new PendingHints();
        pending.Add(Topics.ToOrg(Station, Topics.Inbox));
        pending.Add(Topics.ToOrg(Station2, Topics.Inbox));

        var hint = Assert.Single(pending.Take());

        Assert.Equal(["org/37/", "org/37/3703/", "org/37/3703/370306/", "org" + Station, "org" + Station2], hint.Groups!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FewOfAKind_KeepTheirNames()
    {
        var pending = new PendingHints();
        for (var order = 0; order < PendingHints.MostOfAKind; order++)
        {
            pending.Add($"case/{order}");
        }

        pending.Add("task/1");
        Assert.Equal(PendingHints.MostOfAKind + 1, pending.Take().Count);
        Assert.Empty(pending.Take());
    }

    [Fact]
    public void PlainTopic_AfterOneOfAnOrganisation_IsForEverybody()
    {
        var pending = new PendingHints();
        pending.Add(Topics.ToOrg(Station, "case/4"));
        pending.Add("case/4");
        Assert.Null(Assert.Single(pending.Take()).Groups);
    }
}
