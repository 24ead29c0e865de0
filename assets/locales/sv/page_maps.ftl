## Sidor av kartor

page-part = Del { $part } av { $parts }
page-best = Bästa stunden
page-worst = Värsta stunden
