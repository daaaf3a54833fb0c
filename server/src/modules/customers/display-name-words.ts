const words = (text: string) => text.trim().split(/\s+/)

export const ADJECTIVES = words(`
Able Agile Airy Amber Ample Apt Arctic Azure Balmy Bold Brave Breezy Brief Bright Brisk Bronze Bubbly Calm Candid Caring
Cheery Chief Civil Classic Clean Clear Clever Cobalt Cool Copper Coral Cosmic Cosy Crimson Crisp Curious Daring Dapper
Dawn Deep Deft Desert Dewy Eager Early Earnest Easy Ebony Elegant Emerald Epic Even Exact Fair Famed Fancy Fearless Fern
Festive Fiery Fine Firm Fleet Fluent Flying Fond Frank Free Fresh Friendly Frosty Gallant Gentle Giant Gifted Glad
Gleaming Golden Good Grand Grateful Great Green Handy Happy Hardy Harmonic Hazel Hearty Helpful Honest Hopeful Humble
Icy Ideal Indigo Ivory Jade Jaunty Jolly Jovial Joyful Keen Kind Lavish Leafy Learned Level Light Lilac Lively Loyal
Lucid Lucky Lunar Magic Major Maple Marble Mellow Merry Mighty Mild Mint Misty Modest Mossy Neat Nimble Noble Nova Oak
Ocean Olive Onyx Opal Open Orange Pacific Patient Peaceful Pearl Perky Pine Placid Playful Plucky Plum Polar Polite Posh
Prime Primal Prompt Proud Pure Purple Quick Quiet Radiant Rapid Rare Ready Regal Robust Rosy Royal Ruby Rustic Sage Sandy
Sapphire Scarlet Sensible Serene Sharp Shiny Silent Silky Silver Simple Sincere Sleek Smart Smooth Snowy Snug Solar Solid
Sound Spirited Splendid Spry Stable Starry Steady Steel Sterling Stout Strong Sturdy Sublime Subtle Sunny Super Sure
Swift Tall Tame Teal Tender Thrifty Tidal Tidy Timely Topaz Tranquil Trim True Trusty Upbeat Urban Valiant Vast Velvet
Verdant Vibrant Violet Vivid Warm Wary Wavy Welcome Whole Wild Willing Windy Winter Wise Witty Worthy Young Zesty`)

export const ANIMALS = words(`
Addax Albatross Alpaca Anole Ant Antelope Avocet Badger Barbet Bat Bear Beaver Bee Beetle Bison Bittern Blackbird
Boar Bobcat Bongo Bulbul Bunting Bustard Butterfly Buzzard Camel Canary Capybara Caracal Cardinal Caribou Carp Cat
Catfish Chamois Cheetah Chinchilla Chipmunk Cicada Civet Clam Cobra Cod Colt Condor Coot Coral Cormorant Cougar Coyote
Crab Crane Cricket Crow Cuckoo Curlew Cuttlefish Deer Dingo Dolphin Donkey Dormouse Dove Dragonfly Duck Dugong Eagle
Egret Eider Eland Elephant Elk Emu Ermine Falcon Fawn Ferret Finch Firefly Flamingo Flounder Fox Francolin Frog Gannet
Gazelle Gecko Gerbil Gibbon Giraffe Gnu Goat Goldfinch Goose Grebe Grouse Guanaco Gull Guppy Hamster Hare Hawk Hedgehog
Heron Herring Hippo Hoopoe Hornbill Horse Hound Hummingbird Ibex Ibis Iguana Impala Jackal Jackdaw Jaguar Jay Jerboa
Kangaroo Kestrel Kingfisher Kinglet Kite Kiwi Koala Koi Kudu Ladybird Lamb Lapwing Lark Lemming Lemur Leopard Limpet
Linnet Lion Lizard Llama Lobster Lory Lynx Macaw Mackerel Magpie Mallard Manatee Mantis Markhor Marlin Marmot Marten
Martin Meerkat Merlin Mink Minnow Mongoose Moorhen Moose Moth Mouse Mule Mullet Mustang Narwhal Newt Nightingale Nightjar
Numbat Nuthatch Ocelot Octopus Okapi Oriole Oryx Osprey Ostrich Otter Owl Ox Oyster Panda Pangolin Panther Parakeet
Parrot Partridge Peacock Pelican Penguin Perch Petrel Pheasant Pigeon Pika Pike Pipit Plover Pony Porcupine Porpoise
Puffin Puma Quail Quetzal Quokka Rabbit Raccoon Ram Raven Ray Redstart Reindeer Robin Roller Rook Sable Salmon Sandpiper
Saola Seal Serval Shearwater Sheep Shrike Shrimp Siskin Skate Skylark Sparrow Spoonbill Squid Squirrel Starfish Starling
Stilt Stoat Stork Sturgeon Sunbird Swallow Swan Swift Tahr Tapir Tarsier Teal Tern Thrush Tiger Titmouse Toucan Trout
Tuna Turtle Urchin Viper Vole Wagtail Walrus Warbler Waxwing Weasel Weaver Whale Wheatear Whimbrel Wigeon Wolf Wombat
Woodcock Woodpecker Wren Yak Zebra`)
