using Administration;

// One company, from its first minute to a person who changes jobs. Each line says who does what, and what came of it.
var acme = await Company.FoundAsync();

Story.Chapter("A first administrator, and root is put away");
var ann = await Chapters.BootstrapAsync(acme);
await Chapters.HideRootAsync(acme);

Story.Chapter("Teams are groups");
await Chapters.MakeTeamsAsync(acme, ann);

Story.Chapter("A delegated administrator, limited by a boundary");
var dora = await Chapters.DelegateAsync(acme, ann);
await Chapters.DelegatedWorkAsync(acme, dora);

Story.Chapter("A service gets a role passed");
await Chapters.PassRoleAsync(acme, ann, dora);

Story.Chapter("A person changes jobs");
await Chapters.ChangeJobsAsync(acme, ann);

Story.Chapter("Who may do what now");
await Chapters.AskAsync(acme, ann);
