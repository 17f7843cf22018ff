using IamCore.Benchmarks.Workloads.Generation;

foreach (var d in GeneratedFileHashes.Differences(20260101)) Console.WriteLine(d);
foreach (var d in GeneratedFileHashes.Differences(7)) Console.WriteLine("7 "+d);
Console.WriteLine("done");
