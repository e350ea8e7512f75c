using CaseMgmt.Chaos;

if (args is not ["worker", var folder, var seed, var server])
{
    Console.Error.WriteLine("worker FOLDER SEED SERVER");
    return 2;
}

await Worker.RunAsync(folder, int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture), server, Console.Out);
return 0;
