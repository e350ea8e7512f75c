using CaseMgmt.Chaos;

if (args is not ["worker", var folder, var seed])
{
    Console.Error.WriteLine("worker FOLDER SEED");
    return 2;
}

await Worker.RunAsync(folder, int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture), Console.Out);
return 0;
