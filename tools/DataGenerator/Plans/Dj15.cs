using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>专线用户线损计收异常.</summary>
public sealed class Dj15 : ThemePlan
{
    public override string Theme => "DJ-15";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.HighVoltageBusiness, "dedicated line, metered at low voltage, no loss charged", new(200m), story => Line(story, "1", false, 0m)),
        Hit(Archetype.HighVoltageBusiness, "public feeder charged with loss", new(200m), story => Line(story, "2", true, 2m)),
        Hit(Archetype.HighVoltageBusiness, "5.0001 % on a dedicated line", new(200m), story => Line(story, "1", true, 5.0001m)),
        Hit(Archetype.HighVoltageBusiness, "loss charged, rate not recorded", new(200m), story => Line(story, "1", true, null)),
        Hit(Archetype.HighVoltageBusiness, "dedicated line, flag not recorded", new(200m), story => Line(story, "1", null, 0m)),
        Miss(Archetype.Industry, "dedicated line, metered at the boundary", new(800m), story => Line(story, "1", false, 0m)),
        Miss(Archetype.HighVoltageBusiness, "exactly 5 % on a dedicated line", new(200m), story => Line(story, "1", true, 5m)),
        Miss(Archetype.HighVoltageBusiness, "closed account", new(200m), story => Line(story, "1", false, 0m).With(("status", "9"))),
    ];

    private static Row Line(AccountStory story, string type, bool? charged, decimal? rate)
    {
        var line = 600_000_000_000L + story.NextId("line");
        story.Add("line", ("line_id", line), ("line_name", $"10kV{story.Index}线"), ("volt_code", "AC00101"), ("org_no", story.OrgNo), ("line_type", type));
        story.The("supply_point")["line_id"] = line;
        story.Mp.With(("line_id", line), ("ll_flag", charged), ("ll_rate", rate));
        return story.Cons;
    }
}
