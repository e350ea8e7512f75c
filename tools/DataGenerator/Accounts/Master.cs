using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Accounts;

/// <summary>Master data of a normal account: archive, contact, contract, supply point, metering point, meter, transformer.</summary>
public static class Master
{
    private static readonly decimal[] IndustryCapacities = [400m, 500m, 630m, 800m, 1000m, 1250m, 1600m];
    private static readonly string[] IndustryTrades = ["1310", "1711", "2614", "3021", "3311", "3484", "3971"];

    public static void Write(AccountStory story)
    {
        var tariff = story.Wish.Price ?? TariffOf(story.Archetype);
        var high = story.Archetype is Archetype.Industry or Archetype.HighVoltageBusiness;
        WriteCons(story, high);
        WriteContact(story);
        WriteContract(story, high);
        WriteSupply(story, tariff, high);
        WriteMeter(story, high);
        WriteMarket(story);
    }

    public static Tariff TariffOf(Archetype archetype) => archetype switch
    {
        Archetype.Resident => Tariffs.Residential,
        Archetype.Irrigation => Tariffs.Irrigation,
        Archetype.Business => Tariffs.Business,
        Archetype.HighVoltageBusiness => Tariffs.BusinessHigh,
        _ => Tariffs.Industry,
    };

    /// <summary>Power-factor standard by category and capacity (水电财字215号).</summary>
    public static string StandardOf(Archetype archetype, decimal capacity) => archetype switch
    {
        Archetype.Industry when capacity > 160 => "3",
        Archetype.Industry or Archetype.HighVoltageBusiness when capacity >= 100 => "2",
        _ => "0",
    };

    private static void WriteCons(AccountStory story, bool high)
    {
        var (type, elec, trade, usualCapacity) = Kind(story);
        var capacity = story.Wish.Capacity ?? usualCapacity;
        var person = Names.Person(story.Random);
        var usual = story.Month.Add(-story.Vary(30, 120)).Day(story.Vary(1, 28));
        var since = story.Wish.Since ?? usual;
        story.Add("cons", ("cons_no", story.Number), ("cons_name", Names.Of(story.Archetype, story.Random)), ("cust_no", "C" + story.Number), ("org_no", story.OrgNo),
            ("elec_addr", $"示范县{story.Station.Name[..2]}镇{(story.Index % 37) + 1}街{story.Index}号"), ("addr_norm", $"370306-{story.Index % 37:00}-{story.Index}"),
            ("cons_type", type), ("elec_type", elec), ("trade_code", trade), ("contract_cap", capacity), ("run_cap", capacity),
            ("volt_code", high ? "AC00101" : story.Archetype == Archetype.Resident ? "AC02202" : "AC03802"), ("importance", null), ("load_attr", "03"), ("shift_no", "1"),
            ("transfer_flag", "0"), ("tmp_flag", "03"), ("build_date", since.AddDays(-20)), ("poweron_date", since), ("status", "0"),
            ("mr_sect_no", story.Station.SectionOf(story.Index)), ("cert_type", story.Archetype == Archetype.Resident ? "01" : "04"), ("cert_no", $"3703{story.Index:00000000000000}"),
            ("agent_name", high ? person : null), ("legal_person", high ? person : null), ("credit_level", "A"), ("market_mode", "04"), ("cust_grade", "2"));
    }

    private static (string Type, string Elec, string Trade, decimal Capacity) Kind(AccountStory story) => story.Archetype switch
    {
        Archetype.Resident => ("03", "202", "9900", 8m),
        Archetype.Irrigation => ("02", "301", "0111", 30m),
        Archetype.Business => ("02", "405", "5211", story.Vary(2, 9) * 5m),
        Archetype.HighVoltageBusiness => ("01", "405", "5212", story.Vary(0, 1) == 0 ? 200m : 250m),
        _ => ("01", "100", IndustryTrades[story.Vary(0, IndustryTrades.Length - 1)], IndustryCapacities[story.Vary(0, IndustryCapacities.Length - 1)]),
    };

    private static void WriteContact(AccountStory story) =>
        story.Add("cons_contact", ("contact_id", story.NextId("cons_contact")), ("cons_no", story.Number), ("contact_type", "02"), ("contact_name", Names.Person(story.Random)),
            ("mobile", $"13{(story.Index * 7L) + 312_000_001L:000000000}"), ("updated_at", story.Month.Add(-9).First.ToDateTime(new TimeOnly(9, 30))));

    private static void WriteContract(AccountStory story, bool high)
    {
        var begin = story.Month.Add(-story.Vary(6, 20)).Day(1);
        story.Add("contract", ("contract_no", "HT" + story.Number), ("cons_no", story.Number), ("cont_type", high ? "01" : story.Archetype == Archetype.Resident ? "03" : "02"),
            ("status", "2"), ("sign_date", begin.AddDays(-5)), ("begin_date", begin), ("end_date", high ? begin.AddYears(3) : begin.AddYears(5)),
            ("contract_cap", story.Capacity), ("contract_volt", story.Cons["volt_code"]));
    }

    private static void WriteSupply(AccountStory story, Tariff tariff, bool high)
    {
        var (line, area, sp, mp) = (story.Station.LineOf(story.Index), story.Station.AreaOf(story.Index), story.NextId("supply_point"), story.NextId("mp"));
        story.Add("supply_point", ("sp_id", sp), ("cons_no", story.Number), ("line_id", line), ("tg_id", high ? null : area), ("volt_code", story.Cons["volt_code"]),
            ("is_main", true), ("can_parallel", false));
        var demand = tariff.TwoPart && (story.Wish.DemandMode is "2" or "5" || (story.Wish == Wish.None && story.Index % 3 == 0));
        story.Add("mp", ("mp_id", mp), ("cons_no", story.Number), ("sp_id", sp), ("tg_id", high ? null : area), ("line_id", line), ("usage_type", "01"),
            ("meas_mode", high ? story.Capacity >= 500 ? "1" : "2" : "3"), ("md_class", high ? "3" : "5"), ("status", "02"), ("pq_calc_mode", "1"), ("prc_code", tariff.Code),
            ("tou_flag", high), ("pf_std", StandardOf(story.Archetype, story.Capacity)), ("pf_eval_mode", high ? "1" : "0"),
            ("ba_mode", !tariff.TwoPart ? "0" : demand ? story.Wish.DemandMode ?? "2" : "1"), ("contract_dmd", demand ? story.Capacity * 0.7m : null), ("ll_flag", false), ("ll_rate", 0m),
            ("tl_mode", high && story.Capacity < 500 ? "1" : "0"));
        if (high)
        {
            WriteTransformers(story);
        }
    }

    /// <summary>From 800 kVA on two equal transformers, so that one can be suspended alone.</summary>
    private static void WriteTransformers(AccountStory story)
    {
        var count = story.Capacity >= 800 ? 2 : 1;
        for (var i = 0; i < count; i++)
        {
            story.Add("transformer", ("tran_id", story.NextId("transformer")), ("cons_no", story.Number), ("pub_priv", "02"), ("capacity", story.Capacity / count),
                ("ms_flag", "01"), ("run_status", "01"), ("install_date", story.Cons["poweron_date"]));
        }
    }

    private static void WriteMeter(AccountStory story, bool high)
    {
        var installed = story.Month.Add(-story.Vary(20, 28)).Day(story.Vary(1, 28));
        var (ct, pt) = high ? (story.Capacity >= 800 ? 20m : 10m, 100m) : (1m, 1m);
        story.Add("meter", ("meter_id", story.NextId("meter")), ("asset_no", $"AS{story.NextId("asset"):00000000000}"), ("bar_code", $"BC{story.Index:0000000000}"),
            ("mp_id", story.Mp["mp_id"]), ("cons_no", story.Number), ("meter_type", "28"), ("wiring", high ? "2" : story.Archetype == Archetype.Resident ? "1" : "3"),
            ("status", "012"), ("tou_capable", true), ("smart_flag", true), ("ct_ratio", ct), ("pt_ratio", pt), ("rate", ct * pt), ("direction", "2"),
            ("install_date", installed), ("install_read", 0m), ("verify_due", installed.AddYears(8)), ("first_check_date", high ? installed.AddDays(20) : null),
            ("last_check_date", high ? story.Options.Today.AddDays(-story.Vary(30, 200)) : null));
    }

    private static void WriteMarket(AccountStory story)
    {
        if (story.Archetype is Archetype.Business or Archetype.HighVoltageBusiness or Archetype.Industry)
        {
            story.Cons["market_mode"] = "02";
            story.Add("market_user", ("id", story.NextId("market_user")), ("cons_no", story.Number), ("mode", "02"), ("contract_signed", true),
                ("join_date", new DateOnly(2021, 12, 1)), ("hec_flag", false));
        }
    }
}
