using CaseMgmt.Migrations;

// add NAME            one migration on all three databases
// fresh NAME          deletes what is there and starts again with one migration (before the first release only)
// compile-model       the SQLite model as code, so that a start does not build it
// check               exit 1 if the model has changes that no migration carries
// script FILE         the idempotent SQL Server script
return args switch
{
    ["add", var name] => Scaffolding.Add(name, fresh: false),
    ["fresh", var name] => Scaffolding.Add(name, fresh: true),
    ["compile-model"] => Scaffolding.CompileModel(),
    ["check"] => Scaffolding.Check(),
    ["script", var file] => Scaffolding.Script(file),
    _ => Scaffolding.Usage(),
};
