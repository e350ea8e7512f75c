namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>Dates as people and programs write them, right and wrong.</summary>
internal sealed class DateTextGenerator(int seed)
{
    private static readonly string[] Months = ["Jan", "February", "mar", "April", "May", "JUN", "Jul", "Aug", "Sept", "Oct", "November", "Dec"];
    private static readonly string[] Weekdays = ["", "", "Sun ", "Mon, ", "Tuesday "];
    private static readonly string[] Zones = ["", "", "", " GMT", " UTC", " GMT+0800", " GMT-0530", " +08:00", " Z", " EST", " GMT+0800 (China Standard Time)"];
    private static readonly string[] Halves = ["", "", " AM", " PM", " pm"];

    private readonly Random random = new(seed);

    public string Next()
    {
        var text = (Pick(Weekdays) + Day() + Clock()).Trim();
        return random.Next(4) == 0 ? $"Date.parse('{text}')" : $"new Date('{text}').getTime()";
    }

    private string Day()
    {
        var (year, month, day) = (Pick(["2026", "1999", "26", "85", "2024", "0050"]), random.Next(1, 14), random.Next(1, 34));
        return random.Next(9) switch
        {
            0 => $"{Pick(Months)} {day}, {year}",
            1 => $"{day} {Pick(Months)} {year}",
            2 => $"{month}/{day}/{year}",
            3 => $"{year}/{month}/{day}",
            4 => $"{year}-{month}-{day}",
            5 => $"{year}.{month}.{day}",
            6 => $"{day}-{Pick(Months)}-{year}",
            7 => $"{year}-{month:00}-{day:00}",
            _ => $"{Pick(Months)} {day} {year}",
        };
    }

    private string Clock() => random.Next(4) switch
    {
        0 => "",
        1 => $" {random.Next(0, 26)}:{random.Next(0, 62):00}{Pick(Halves)}{Pick(Zones)}",
        2 => $" {random.Next(0, 25):00}:{random.Next(0, 60):00}:{random.Next(0, 61):00}{Pick(Halves)}{Pick(Zones)}",
        _ => $" {random.Next(0, 24):00}:{random.Next(0, 60):00}:{random.Next(0, 60):00}.{random.Next(0, 1000):000}{Pick(Zones)}",
    };

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
